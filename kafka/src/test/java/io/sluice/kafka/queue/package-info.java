@NullMarked
package io.sluice.kafka.queue;

import org.jspecify.annotations.NullMarked;
