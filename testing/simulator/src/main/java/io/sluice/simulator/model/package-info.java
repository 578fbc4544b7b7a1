/**
 * The offline model: a small language model of a text that Sluice ships. It predicts the next token
 * from the last few (an n-gram model with back-off), weights the pages of its text by the prompt,
 * and samples.
 *
 * <p>Not here: the format of requests and answers (chat).
 */
@NullMarked
package io.sluice.simulator.model;

import org.jspecify.annotations.NullMarked;
