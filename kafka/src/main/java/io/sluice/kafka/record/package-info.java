/**
 * What the records of Sluice are, whatever reads or writes them: topics, header fields, versions.
 * {@code docs/kafka.md} has the same as a contract.
 *
 * <p>Not here: how clients reach a cluster ({@code io.sluice.kafka.client}).
 */
@NullMarked
package io.sluice.kafka.record;

import org.jspecify.annotations.NullMarked;
