package io.sluice.benchmarks.tokens;

import io.sluice.tokens.TokenEncoding;
import io.sluice.tokens.Tokenizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Texts of the repository itself, as often as it takes, and some sentences in many languages. */
public enum Corpus {
  ENGLISH {
    @Override
    String sample() {
      return files("", ".md");
    }
  },
  CODE {
    @Override
    String sample() {
      return files("core/src/main", ".java");
    }
  },
  MIXED {
    @Override
    String sample() {
      return String.join(
          "\n",
          "Still water runs deep, and the mill has stood idle since autumn.",
          "Das Mühlrad steht seit dem Herbst still; wer weiß, wann es sich wieder dreht?",
          "L'eau qui dort n'est pas l'eau qui court : où est passé le meunier ?",
          "Тихая вода глубока, а мельница стоит с осени.",
          "水が静かなら深い。水車は秋から止まっている。",
          "静水流深，磨坊自秋天以来一直闲置。",
          "고요한 물은 깊이 흐르고 방앗간은 가을부터 멈춰 있다.",
          "الماء الساكن عميق، والطاحونة متوقفة منذ الخريف.",
          "ठहरा हुआ पानी गहरा होता है, और चक्की शरद से बंद है।",
          "Tĩnh thủy lưu thâm 🌊🏞️ 1,234.56 × 10⁻³ ≈ π … 👩🏽‍🔬\n");
    }
  };

  private static final int LONGEST_SAMPLE = 400_000;

  abstract String sample();

  /** As many deltas as that, each as a server would send it: a token, or more if it is no text. */
  String[] deltas(TokenEncoding encoding, int count) {
    List<String> deltas = new ArrayList<>();
    var pending = new ByteArrayOutputStream();
    var tokenizer = Tokenizer.of(encoding, token -> take(token, pending, deltas));
    String sample = sample();
    while (deltas.size() < count) {
      tokenizer.append(sample);
    }
    return deltas.subList(0, count).toArray(String[]::new);
  }

  private static void take(byte[] token, ByteArrayOutputStream pending, List<String> deltas) {
    pending.writeBytes(token);
    try {
      var bytes = ByteBuffer.wrap(pending.toByteArray());
      deltas.add(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
      pending.reset();
    } catch (CharacterCodingException unfinished) {
      // The rest of the character is in the next token.
    }
  }

  private static String files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      var text = new StringBuilder();
      files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .takeWhile(file -> text.length() < LONGEST_SAMPLE)
          .forEach(file -> text.append(read(file)));
      return text.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
