/**
 * Reads certificates and private keys from PEM files.
 *
 * <p>Not here: how TLS uses them, which is in {@code connect}.
 */
@NullMarked
package io.sluice.transport.netty.pem;

import org.jspecify.annotations.NullMarked;
