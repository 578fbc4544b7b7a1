/**
 * Chat models of langchain4j on any transport of Sluice, and the translation of requests, answers
 * and failures between the two.
 *
 * <p>Not here: AI services, memories and tools, which are langchain4j's own.
 */
@NullMarked
package io.sluice.langchain4j;

import org.jspecify.annotations.NullMarked;
