/**
 * Values that hold against a JSON Schema: which schemas can be served, a value for one of them,
 * drawn by chance and by what a prompt offers, and the check that it holds.
 *
 * <p>Not here: the tokens of a value (model), what a request does with it (chat).
 */
@NullMarked
package io.sluice.simulator.schema;

import org.jspecify.annotations.NullMarked;
