/**
 * The fields of a request by name and type, and the refusal of those that are wrong.
 *
 * <p>Not here: what the fields of an API mean (a package for each API).
 */
@NullMarked
package io.sluice.simulator.request;

import org.jspecify.annotations.NullMarked;
