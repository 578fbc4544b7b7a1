/**
 * How sinks, dialects and other kinds of things come in from outside: the module a plugin extends,
 * the loader that finds it, and the catalogs that merge what was found. The only Guice in core.
 *
 * <p>Not here: what a sink is ({@code io.sluice.sink}).
 */
@NullMarked
package io.sluice.plugin;

import org.jspecify.annotations.NullMarked;
