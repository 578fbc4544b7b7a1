package io.sluice.simulator.model;

import java.util.List;

/**
 * One text of the corpus.
 *
 * @param section the index of its section
 * @param tags the stems of the words it is about, the most important first
 * @param echoes whether it names the prompt's topic
 */
record CorpusText(int section, List<String> tags, boolean echoes) {}
