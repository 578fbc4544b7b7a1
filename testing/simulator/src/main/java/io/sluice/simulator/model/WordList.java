package io.sluice.simulator.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of the model by number. Mutable while the text is read, then read-only. */
final class WordList {
  /** The token before the first one of a page, where the model begins. */
  static final int START = 0;

  /** The token after the last one of a page, where the model ends. */
  static final int END = 1;

  /** Stands for the prompt's topic; written in the prompt's own words. */
  static final int TOPIC = 2;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final BitSet seams = new BitSet();

  WordList() {
    texts.addAll(List.of("", "", ""));
  }

  /** The number of a token; {@code sense} distinguishes tokens with the same text. */
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

  /** The token with this text; the first if several have it. */
  Optional<Integer> find(String text) {
    return Optional.ofNullable(ids.get(text));
  }

  /** The token that stands for all tokens with the text of this one. */
  int first(int id) {
    return isSeam(id) ? find(text(id)).orElse(firstSeam(id)) : id;
  }

  private int firstSeam(int id) {
    return seams.stream().filter(seam -> text(seam).equals(text(id))).findFirst().orElse(id);
  }

  /** Whether a token is a seam, after which another page may continue as well. */
  boolean isSeam(int id) {
    return seams.get(id);
  }

  /** The text of a token. */
  String text(int id) {
    return texts.get(id);
  }

  int size() {
    return texts.size();
  }
}
