/**
 * One short program per idea, to be read and copied. Each opens with what it shows, takes a model's
 * name as its argument, and asks the server that {@code OPENAI_BASE_URL} and {@code OPENAI_API_KEY}
 * name.
 *
 * <p>Not here: anything another module could use.
 */
@NullMarked
package io.sluice.examples;

import org.jspecify.annotations.NullMarked;
