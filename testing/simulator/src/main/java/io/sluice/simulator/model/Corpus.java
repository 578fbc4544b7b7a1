package io.sluice.simulator.model;

import java.util.List;

/**
 * The text of the model: all pages joined, as token numbers, and the positions of each token.
 * Immutable once read; its arrays must not be written.
 */
final class Corpus {
  private final WordList vocabulary;
  private final List<Section> sections;
  private final List<CorpusText> pages;
  private final int[] tokens;
  private final int[] pageOf;
  private final int[] firstPlace;
  private final int[] places;

  Corpus(
      WordList vocabulary,
      List<Section> sections,
      List<CorpusText> pages,
      int[] tokens,
      int[] pageOf) {
    this.vocabulary = vocabulary;
    this.sections = List.copyOf(sections);
    this.pages = List.copyOf(pages);
    this.tokens = tokens;
    this.pageOf = pageOf;
    this.firstPlace = new int[vocabulary.size() + 1];
    this.places = new int[tokens.length];
    index();
  }

  /** Sorts the positions by their token, with a counting sort. */
  private void index() {
    for (int token : tokens) {
      firstPlace[token + 1]++;
    }
    for (int token = 1; token < firstPlace.length; token++) {
      firstPlace[token] += firstPlace[token - 1];
    }
    int[] next = firstPlace.clone();
    for (int position = 0; position < tokens.length; position++) {
      places[next[tokens[position]]++] = position;
    }
  }

  WordList vocabulary() {
    return vocabulary;
  }

  List<Section> sections() {
    return sections;
  }

  List<CorpusText> pages() {
    return pages;
  }

  int length() {
    return tokens.length;
  }

  int token(int position) {
    return tokens[position];
  }

  /** The index of the page that contains a position. */
  int page(int position) {
    return pageOf[position];
  }

  /** The number of occurrences of a token. */
  int occurrences(int token) {
    return firstPlace[token + 1] - firstPlace[token];
  }

  /** The position of a token's {@code nth} occurrence, from 0. */
  int occurrence(int token, int nth) {
    return places[firstPlace[token] + nth];
  }
}
