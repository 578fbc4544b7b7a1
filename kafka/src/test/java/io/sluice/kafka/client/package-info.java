@NullMarked
package io.sluice.kafka.client;

import org.jspecify.annotations.NullMarked;
