/**
 * Which request gets which answer.
 *
 * <p>Not here: who may ask ({@code gate}) and how it is read and written ({@code front}).
 */
@NullMarked
package io.sluice.server.routes;

import org.jspecify.annotations.NullMarked;
