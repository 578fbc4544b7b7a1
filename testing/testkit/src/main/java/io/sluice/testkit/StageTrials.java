package io.sluice.testkit;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
import io.sluice.json.ChunkBuilder;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The streams that stages are tested with. */
final class StageTrials {

  /** Letters, blanks, stops, digits, brackets, a pair of surrogates, marks, scripts. */
  private static final String ALPHABET =
      "ab AB  .,!?\n\r\t-_@:;/\\\"'`*<>{}[]()0123456789\u00e9e\u0301\ud83d\ude00\u200d\u4f60\u3002"
          + "\u0e2a\u0e27\u0e31\u05d0\u3042\u30ab";

  private StageTrials() {}

  /** Texts of many kinds, by their description. */
  static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("nothing", "");
    texts.put("a letter", "a");
    texts.put("prose", "Dr. Smith paid 3.50 in St. Ives.  Did he? \"Yes!\" he said.\n\nThe end");
    texts.put("Chinese", "\u4f60\u597d\u3002\u4eca\u5929\u597d\u5417\uff1f\u5f88\u597d");
    texts.put("Thai", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e0a\u0e32\u0e27\u0e42\u0e25\u0e01");
    texts.put("emoji", "\ud83d\udc69\u200d\ud83d\udcbb\ud83c\udde9\ud83c\uddea\ud83d\ude00!");
    texts.put("half a pair of surrogates", "a\ud83d");
    texts.put("code", "See:\n```json\n{\"a\": [1, 2, {\"b\": \"\\\"}\"}]}\n```\nThat is all.\n");
    texts.put("thoughts", "<think>\nHm, a < b?\n</think>\nYes.");
    texts.put("JSON", "{\"name\":\"Ann\",\"ages\":[1,2.5,-3e4],\"ok\":true,\"no\":null}");
    texts.put("figures", "4111 1111 1111 1112, 42 and 3.14159");
    texts.put("letters without a blank", "a".repeat(10_000));
    texts.put("digits without a blank", "1".repeat(10_000));
    texts.put("blanks", " ".repeat(10_000));
    texts.put("half pairs", "\ud83d".repeat(5_000));
    texts.put("marks", "e" + "\u0301".repeat(5_000));
    for (int seed = 0; seed < 8; seed++) {
      texts.put("characters by chance, seed " + seed, random(new Random(seed)));
    }
    return texts;
  }

  /** The chunks of a whole answer with this text, cut at places that the seed chooses. */
  static List<Chunk> answer(String text, int longest, long seed) {
    var random = new Random(seed);
    List<Chunk> chunks = new ArrayList<>(List.of(Chunks.role()));
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + 1 + random.nextInt(longest));
      chunks.add(chunk(new Delta.Text(0, text.substring(from, to))));
      from = to;
    }
    chunks.add(Chunks.finish());
    chunks.add(Chunks.usage(3, 4));
    return chunks;
  }

  /** Streams with more than text, by their description. */
  static Map<String, List<Chunk>> streams() {
    Map<String, List<Chunk>> streams = new LinkedHashMap<>();
    streams.put("no chunk", List.of());
    streams.put("an empty chunk", List.of(Chunks.read("{\"choices\":[]}"), Chunks.text("a")));
    streams.put("usage only", List.of(Chunks.usage(3, 0)));
    streams.put("a role only", List.of(Chunks.role(), Chunks.finish()));
    streams.put("reasoning, then text", mixed(TextOf.REASONING, TextOf.TEXT));
    streams.put("reasoning and text by turns", turns(TextOf.REASONING, TextOf.TEXT));
    streams.put("text and a refusal by turns", turns(TextOf.TEXT, TextOf.REFUSAL));
    streams.put(
        "a tool call",
        List.of(
            Chunks.text("I look"),
            call("call_1", "look", "{\"a\""),
            call("", "", ":1}"),
            Chunks.finish()));
    streams.put(
        "two choices",
        List.of(
            Chunks.text(1, "one. "),
            Chunks.text("zero. "),
            chunk(new Delta.Text(0, "Ze"), new Delta.Text(1, "On")),
            Chunks.finish(1),
            Chunks.text("ro"),
            Chunks.finish()));
    streams.put("no choice 0", List.of(Chunks.text(3, "d e"), Chunks.finish(3)));
    streams.put(
        "a finish in every chunk",
        List.of(finished("Hello wor"), finished("ld, how"), finished(" are you?")));
    streams.put(
        "text behind the finish", List.of(Chunks.text("a b"), Chunks.finish(), Chunks.text("c d")));
    streams.put(
        "usage in every chunk",
        List.of(
            ChunkBuilder.from(Chunks.text("Hello wor")).usage(usage(1)).build(),
            ChunkBuilder.from(Chunks.text("ld")).usage(usage(2)).build()));
    streams.put("unknown fields", List.of(Chunks.unknown(), Chunks.text("a b"), Chunks.unknown()));
    streams.put(
        "everything in one chunk",
        List.of(
            Chunks.read(
                "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Hi"
                    + " there. You\",\"reasoning_content\":\"hm ah\"},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}")));
    return streams;
  }

  private static Usage usage(int tokens) {
    return Chunks.usage(3, tokens).usage().orElseThrow();
  }

  private static Chunk finished(String text) {
    return chunk(new Delta.Text(0, text), new Delta.Finish(0, FinishReason.STOP));
  }

  private static Chunk call(String id, String name, String arguments) {
    return chunk(new Delta.ToolCall(0, 0, id, name, arguments, Map.of()));
  }

  private static List<Chunk> mixed(TextOf first, TextOf second) {
    List<Chunk> chunks = new ArrayList<>();
    for (String piece : List.of("Let me", " see. ", "Go")) {
      chunks.add(chunk(first.delta(piece)));
    }
    for (String piece : List.of("Hel", "lo, wor", "ld.")) {
      chunks.add(chunk(second.delta(piece)));
    }
    chunks.add(Chunks.finish());
    return chunks;
  }

  private static List<Chunk> turns(TextOf one, TextOf other) {
    List<Chunk> chunks = new ArrayList<>();
    for (String piece : List.of("a b", "c. D", "e\n", "f")) {
      chunks.add(chunk(one.delta(piece)));
      chunks.add(chunk(other.delta(piece)));
    }
    chunks.add(Chunks.finish());
    return chunks;
  }

  private static Chunk chunk(Delta... deltas) {
    return ChunkBuilder.of(deltas).build();
  }

  private static String random(Random random) {
    var text = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** The kinds of text. */
  private enum TextOf {
    TEXT,
    REASONING,
    REFUSAL;

    Delta delta(String text) {
      return switch (this) {
        case TEXT -> new Delta.Text(0, text);
        case REASONING -> new Delta.Reasoning(0, text);
        case REFUSAL -> new Delta.Refusal(0, text);
      };
    }
  }
}
