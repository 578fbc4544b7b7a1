package io.sluice.simulator.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokens the model knows, by number. Mutable while the text is read, then only read. */
final class WordList {
  /** Before the first token of a page, and where the model begins. */
  static final int START = 0;

  /** After the last token of a page, and where the model ends. */
  static final int END = 1;

  /** Stands for what the prompt asks about; written with the prompt's own words. */
  static final int TOPIC = 2;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final BitSet seams = new BitSet();

  WordList() {
    texts.addAll(List.of("", "", ""));
  }

  /** The number of a token; {@code sense} tells apart tokens that are written alike. */
  int id(String text, int sense) {
    String key = sense == 0 ? text : text + '\0' + sense;
    return ids.computeIfAbsent(
        key,
        added -> {
          texts.add(text);
          seams.set(texts.size() - 1, sense > 0);
          return texts.size() - 1;
        });
  }

  /** Whether a token is a seam of a form, where one page may as well go on as another. */
  boolean isSeam(int id) {
    return seams.get(id);
  }

  /** How a token is written. */
  String text(int id) {
    return texts.get(id);
  }

  int size() {
    return texts.size();
  }
}
