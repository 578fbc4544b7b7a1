@NullMarked
package io.sluice.kafka.plugin;

import org.jspecify.annotations.NullMarked;
