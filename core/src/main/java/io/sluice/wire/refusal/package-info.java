/**
 * What servers, object stores and gateways answer where an API's own answer should be.
 *
 * <p>Not here: refusals in the form of an API ({@code io.sluice.wire}).
 */
@NullMarked
package io.sluice.wire.refusal;

import org.jspecify.annotations.NullMarked;
