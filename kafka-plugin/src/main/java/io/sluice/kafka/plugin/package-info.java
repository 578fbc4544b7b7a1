/**
 * What the command gets of Kafka, in a jar of its own that is dropped in.
 *
 * <p>Not here: what its parts do ({@code io.sluice.kafka} and the packages below it).
 */
@NullMarked
package io.sluice.kafka.plugin;

import org.jspecify.annotations.NullMarked;
