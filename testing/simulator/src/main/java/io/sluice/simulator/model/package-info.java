/**
 * The offline model: a small language model over a text of our own. It predicts the next token from
 * the last few (an n-gram model with back-off), weighs the pages of its text by the prompt, and
 * samples.
 *
 * <p>Not here: the shape of requests and answers (chat).
 */
@NullMarked
package io.sluice.simulator.model;

import org.jspecify.annotations.NullMarked;
