/**
 * How plugins add sinks, stages, dialects and other kinds of extensions: the module that a plugin
 * extends, the loader that finds it, and the catalogs that merge the results. It is the only
 * package in core that uses Guice.
 *
 * <p>Not here: what a sink is ({@code io.sluice.sink}).
 */
@NullMarked
package io.sluice.plugin;

import org.jspecify.annotations.NullMarked;
