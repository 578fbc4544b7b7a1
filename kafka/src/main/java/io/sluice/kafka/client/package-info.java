/**
 * How clients reach a Kafka cluster: its addresses, the security of connections, and what people
 * are told when a broker refuses.
 *
 * <p>Not here: what the records hold ({@code io.sluice.kafka.record}).
 */
@NullMarked
package io.sluice.kafka.client;

import org.jspecify.annotations.NullMarked;
