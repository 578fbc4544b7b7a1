@NullMarked
package io.sluice.kafka.sink;

import org.jspecify.annotations.NullMarked;
