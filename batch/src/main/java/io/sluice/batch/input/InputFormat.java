package io.sluice.batch.input;

import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the input of a batch is written in. A minor version may add cases. */
public enum InputFormat {
  /** OpenAI's batch lines: {@code custom_id} and {@code body}. */
  OPENAI,
  /** Anthropic's batch lines: {@code custom_id} and {@code params}. */
  ANTHROPIC,
  /**
   * JSON objects, a line each, with {@code messages}, {@code prompt} or the fields of a template.
   */
  JSONL,
  /** Prompts, a line each. */
  TEXT,
  /** Records of RFC 4180, separated by commas; the first one names the fields. */
  CSV,
  /** Records as in {@link #CSV}, separated by tabs. */
  TSV;

  /** The word for the format, such as {@code "jsonl"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the format of that word.
   *
   * @throws IllegalArgumentException in one line that lists the formats, if there is none
   */
  public static InputFormat of(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(NearestName.unknown("format", word, words())));
  }

  /** The words of all formats. */
  public static List<String> words() {
    return Arrays.stream(values()).map(InputFormat::word).toList();
  }

  /**
   * Guesses the format.
   *
   * @param name the name of the file, whose ending tells tables; empty for a pipe
   * @param line the first line that is not blank
   */
  static InputFormat guess(String name, String line) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      return CSV;
    }
    if (lower.endsWith(".tsv")) {
      return TSV;
    }
    try {
      JsonObject first = JsonObject.read(line);
      if (first.object("body").isPresent() && first.value("custom_id").isPresent()) {
        return OPENAI;
      }
      return first.object("params").isPresent() && first.value("custom_id").isPresent()
          ? ANTHROPIC
          : JSONL;
    } catch (MalformedJsonException noJson) {
      return lower.endsWith(".jsonl") || line.startsWith("{") ? JSONL : TEXT;
    }
  }
}
