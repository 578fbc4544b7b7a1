package io.sluice.simulator.model;

import io.sluice.simulator.model.Section.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads the text that the model ships with. A file is a section; its first line is {@code !name
 * layout: cue, cue}. A line {@code @ tag tag} starts a page. Mutable, used once.
 */
final class CorpusReader {
  private static final List<String> FILES =
      List.of(
          "haiku", "poem", "story", "joke", "echo", "count", "code", "list", "howto", "talk",
          "explain", "unknown", "think");

  private final WordList vocabulary = new WordList();
  private final List<Section> sections = new ArrayList<>();
  private final List<CorpusText> pages = new ArrayList<>();
  private int[] tokens = new int[1 << 15];
  private int[] pageOf = new int[1 << 15];
  private int length;

  private CorpusReader() {}

  /** Reads the text from the class path. */
  static Corpus read() {
    var reader = new CorpusReader();
    FILES.forEach(file -> reader.section(resource(file + ".txt")));
    return new Corpus(
        reader.vocabulary,
        reader.sections,
        reader.pages,
        Arrays.copyOf(reader.tokens, reader.length),
        Arrays.copyOf(reader.pageOf, reader.length));
  }

  private static String resource(String name) {
    try (InputStream text = CorpusReader.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("the simulator's jar lacks " + name + "; build it again");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void section(String text) {
    String[] parts = text.split("\n@", -1);
    Section section = header(parts[0].strip());
    sections.add(section);
    for (int i = 1; i < parts.length; i++) {
      int tagsEnd = parts[i].indexOf('\n');
      page(
          section, parts[i].substring(0, tagsEnd), parts[i].substring(tagsEnd + 1).stripTrailing());
    }
  }

  private static Section header(String line) {
    int colon = line.indexOf(':');
    String[] nameAndLayout = line.substring(1, colon).split(" ", -1);
    List<String> cues =
        Arrays.stream(line.substring(colon + 1).split(",", -1))
            .map(String::strip)
            .filter(cue -> !cue.isEmpty())
            .toList();
    Layout layout = Layout.valueOf(nameAndLayout[1].toUpperCase(Locale.ROOT));
    return new Section(nameAndLayout[0], layout, cues);
  }

  private void page(Section section, String tags, String text) {
    List<String> stems =
        Arrays.stream(tags.strip().split(" ", -1)).map(Stem::of).distinct().toList();
    pages.add(new CorpusText(sections.size() - 1, stems, text.contains("{topic}")));
    add(WordList.START);
    String flowing =
        section.layout() == Layout.PROSE ? text.replaceAll("(?<!\n)\n(?!\n)", " ") : text;
    String[] pieces = flowing.split("\\{topic\\}", -1);
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        add(WordList.TOPIC);
      }
      words(section, pieces[i]);
    }
    add(WordList.END);
  }

  private void words(Section section, String text) {
    int line = 0;
    for (String token : WordTokenizer.tokens(text)) {
      boolean breaks = section.layout() == Layout.COUNTED && token.equals("\n");
      add(vocabulary.id(token, breaks ? ++line : 0));
    }
  }

  private void add(int token) {
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, length * 2);
      pageOf = Arrays.copyOf(pageOf, length * 2);
    }
    tokens[length] = token;
    pageOf[length++] = pages.size() - 1;
  }
}
