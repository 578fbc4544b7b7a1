/**
 * AWS Bedrock Converse as a dialect.
 *
 * <p>Not here: sockets and framing (the transports), and what all dialects share ({@code
 * io.sluice.wire}).
 */
@NullMarked
package io.sluice.dialects.bedrock;

import org.jspecify.annotations.NullMarked;
