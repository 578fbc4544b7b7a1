package io.sluice.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.testkit.AnswerScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed is nowhere in the files. */
class RemovalTest {
  private static final String SECRET = "xyzzyplugh";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("archive.db");
  }

  @Test
  void noByteOfARemovedRunIsLeft() throws IOException {
    Kept.answer(file, "hello", "you");
    Kept.answer(file, "my word is " + SECRET, "so ", SECRET, " is it");
    assertThat(holdsSecret()).isTrue();

    try (Archive archive = Archive.open(file)) {
      Removal removal = archive.remove(List.of(Kept.runs(file).get(0).id()));

      assertThat(removal).isEqualTo(new Removal(1, List.of(), true));
      assertThat(holdsSecret()).as("while it is open").isFalse();
    }
    assertThat(holdsSecret()).isFalse();
    assertThat(Kept.only(file).asked()).isEqualTo("hello");
  }

  @Test
  void noByteIsLeftOfATextWithCharactersThatEndOthers() throws Exception {
    Kept.answer(file, "a\0" + SECRET, "\ud83d " + SECRET + "\0\0 " + SECRET);
    try (Archive archive = Archive.open(file)) {
      archive.remove(RunQuery.all());
    }
    try (Session session = Database.open(file)) {
      session.run("INSERT INTO word (word, rank) VALUES ('integrity-check', 1)");
    }

    assertThat(holdsSecret()).isFalse();
  }

  @Test
  void noByteIsLeftWhateverWasWrittenBeforeAndAfter() throws Exception {
    Random random = new Random(5);
    for (int round = 0; round < 12; round++) {
      for (int i = random.nextInt(5); i >= 0; i--) {
        Kept.answer(
            file, words(random, random.nextInt(2_000)), words(random, random.nextInt(9_000)));
      }
      String secret = SECRET + " " + words(random, random.nextInt(3_000)) + " " + SECRET;
      Kept.answer(file, secret, secret, words(random, 40), secret);
      String id = Kept.runs(file).get(0).id();
      String compressed = middleOfItsPart();
      assertThat(holds(compressed)).isTrue();
      for (int i = random.nextInt(4); i > 0; i--) {
        Kept.answer(file, words(random, random.nextInt(500)), words(random, random.nextInt(7_000)));
      }
      try (Archive archive = Archive.open(file)) {
        archive.remove(List.of(id));
      }
      assertThat(holdsSecret()).as("in round " + round).isFalse();
      assertThat(holds(compressed)).as("compressed, in round " + round).isFalse();
    }
  }

  @Test
  void everythingCanBeRemovedAndTheFileIsSmallAgain() throws IOException {
    for (int i = 0; i < 30; i++) {
      Kept.answer(file, SECRET + i, words(new Random(i), 5_000));
    }
    long full = Files.size(file);
    try (Archive archive = Archive.open(file)) {
      assertThat(archive.remove(RunQuery.all()).removed()).isEqualTo(30);
    }

    assertThat(Kept.runs(file)).isEmpty();
    assertThat(holdsSecret()).isFalse();
    assertThat(Files.size(file)).isLessThan(full / 2);
  }

  @Test
  void laterRunsOfTheConversationAreNamedBecauseTheyRepeatIt() throws IOException {
    var first = ChatRequest.of("m", SECRET);
    var second = first.toBuilder().user("and then?").build();
    Kept.run(SqliteSink.of(file).within("c"), first, AnswerScript.answer("a"));
    Kept.run(SqliteSink.of(file).within("c"), second, AnswerScript.answer("b"));
    Kept.answer(file, "elsewhere", "c");
    List<String> ids = Kept.runs(file).stream().map(ArchivedRun::id).toList();

    try (Archive archive = Archive.open(file)) {
      assertThat(archive.remove(List.of(ids.get(2))))
          .isEqualTo(new Removal(1, List.of(ids.get(1)), true));
      assertThat(holdsSecret()).isTrue();
      archive.remove(List.of(ids.get(1)));
    }
    assertThat(holdsSecret()).isFalse();
  }

  @Test
  void aReaderThatKeepsOldPagesAliveIsSaid() throws IOException {
    Kept.answer(file, SECRET, "a");
    Kept.answer(file, "hello", "b");
    List<Removal> removals = new ArrayList<>();
    try (Archive reader = Archive.open(file);
        Archive remover = Archive.open(file)) {
      reader.list(
          RunQuery.all().limit(1), (run, asked) -> removals.add(remover.remove(RunQuery.all())));
    }

    assertThat(removals).containsExactly(new Removal(2, List.of(), false));
  }

  /** What stands in the middle of the part that was written last. */
  private String middleOfItsPart() throws Exception {
    List<String> middle = new ArrayList<>();
    try (Session session = Database.open(file)) {
      session.each(
          "SELECT lines FROM part ORDER BY rowid DESC LIMIT 1",
          row -> {
            byte[] lines = row.getBytes(1);
            middle.add(new String(lines, lines.length / 2, 16, StandardCharsets.ISO_8859_1));
          });
    }
    return middle.get(0);
  }

  private boolean holdsSecret() throws IOException {
    return holds(SECRET);
  }

  private boolean holds(String text) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path held : (Iterable<Path>) files::iterator) {
        if (new String(Files.readAllBytes(held), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String words(Random random, int length) {
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(Integer.toString(random.nextInt(40_000), 36)).append(' ');
    }
    return text.toString();
  }
}
