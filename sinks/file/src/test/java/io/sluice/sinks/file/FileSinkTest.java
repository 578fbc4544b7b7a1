package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.stream.Delta;
import io.sluice.stream.Status;
import io.sluice.text.CodeSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileSinkTest {

  @TempDir Path folder;

  @Test
  void completedAnswerIsTheFileAndNothingElse() throws IOException {
    Answer.of("Still ", "water").run(FileSink.text(file("a.md")), Status.COMPLETED);

    assertThat(file("a.md")).content().isEqualTo("Still water\n");
    assertThat(names()).containsExactly("a.md");
  }

  @Test
  void answerIsOnlyInThePartialFileUntilItHasCompleted() throws IOException {
    try (var sink = FileSink.text(file("a.md"))) {
      var answer = Answer.of("Still ", "wa").begin(sink);

      assertThat(names()).containsExactly("a.md.partial");
      assertThat(file("a.md.partial")).content().isEqualTo("Still wa");
      answer.end(sink, Status.COMPLETED);
      assertThat(names()).containsExactly("a.md");
    }
  }

  @Test
  void oneCodeBlockIsTheFile() throws IOException {
    Answer.of("So:\n```s", "h\nls\n``", "`\nthat.")
        .run(FileSink.text(file("a.sh")).extracting(CodeSelection.first()), Status.COMPLETED);
    Answer.of("No", " code")
        .run(FileSink.text(file("b.sh")).extracting(CodeSelection.first()), Status.COMPLETED);

    assertThat(file("a.sh")).content().isEqualTo("ls\n");
    assertThat(file("b.sh")).content().isEqualTo("No code\n");
  }

  @Test
  void onlyATextCanBeACodeBlock() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileSink.jsonl(file("a.jsonl")).extracting(CodeSelection.first()))
        .withMessage("a code block is written as text; use format=text");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPLETED")
  void anyOtherEndLeavesThePartialFileMarked(Status status) throws IOException {
    Answer.of("Still").run(FileSink.text(file("a.md")), status);

    String why = status == Status.STOPPED ? "" : ": the line is gone";
    assertThat(file("a.md.partial")).content().isEqualTo("Still\n[" + status.text() + why + "]\n");
    assertThat(names()).containsExactly("a.md.partial");
  }

  @Test
  void sinkThatIsClosedWithoutAnEndLeavesWhatCame() throws IOException {
    try (var sink = FileSink.text(file("a.md"))) {
      Answer.of("Still").begin(sink);
    }

    assertThat(file("a.md.partial")).content().isEqualTo("Still");
  }

  @Test
  void existingFileIsRefusedBeforeAnythingIsTouched() throws IOException {
    Files.writeString(file("a.md"), "mine");

    assertThatIOException()
        .isThrownBy(() -> Answer.of("x").run(FileSink.text(file("a.md")), Status.COMPLETED))
        .withMessage(file("a.md") + " already exists; call overwriting() to replace it");
    assertThat(file("a.md")).content().isEqualTo("mine");
    assertThat(names()).containsExactly("a.md");
  }

  @Test
  void earlierPartialAnswerIsNotLostSilently() throws IOException {
    Files.writeString(file("a.md.partial"), "half");

    assertThatIOException()
        .isThrownBy(() -> Answer.of("x").run(FileSink.text(file("a.md")), Status.COMPLETED))
        .withMessage(
            file("a.md.partial")
                + " already exists, left by a run that did not complete; move it away, or call"
                + " overwriting() to replace it");
    assertThat(file("a.md.partial")).content().isEqualTo("half");
  }

  @Test
  void overwritingReplacesTheFileOnlyWhenTheNewAnswerIsWhole() throws IOException {
    Files.writeString(file("a.md"), "old");
    Files.writeString(file("a.md.partial"), "older half");
    try (var sink = FileSink.text(file("a.md")).overwriting()) {
      var answer = Answer.of("new").begin(sink);

      assertThat(file("a.md")).content().isEqualTo("old");
      answer.end(sink, Status.COMPLETED);
      assertThat(file("a.md")).content().isEqualTo("new\n");
    }
    Answer.of("newer").run(FileSink.text(file("a.md")).overwriting(), Status.TRUNCATED);

    assertThat(file("a.md")).content().isEqualTo("new\n");
    assertThat(file("a.md.partial")).content().startsWith("newer\n[truncated");
  }

  @Test
  void fileThatAppearsMeanwhileIsKept() throws IOException {
    try (var sink = FileSink.text(file("a.md"))) {
      var answer = Answer.of("ours").begin(sink);
      Files.writeString(file("a.md"), "theirs");

      assertThatIOException()
          .isThrownBy(() -> answer.end(sink, Status.COMPLETED))
          .withMessageContaining("appeared meanwhile");
    }
    assertThat(file("a.md")).content().isEqualTo("theirs");
    assertThat(file("a.md.partial")).content().isEqualTo("ours\n");
  }

  @Test
  void appendingPutsOneAnswerAfterAnother() throws IOException {
    Files.writeString(file("log.md"), "mine, without a line break");
    Answer.of("one").run(FileSink.text(file("log.md")).appending(), Status.COMPLETED);
    Answer.of("two").run(FileSink.text(file("log.md")).appending(), Status.STOPPED);

    assertThat(file("log.md"))
        .content()
        .isEqualTo("mine, without a line break\n\none\n\ntwo\n[stopped]\n");
    assertThat(names()).containsExactly("log.md");
  }

  @Test
  void twoRunsDoNotWriteTheSameFileAtOnce() throws IOException {
    try (var first = FileSink.text(file("log.md")).appending()) {
      var answer = Answer.of("one").begin(first);

      assertThatIOException()
          .isThrownBy(
              () ->
                  Answer.of("two").run(FileSink.text(file("log.md")).appending(), Status.COMPLETED))
          .withMessage(file("log.md") + " is being written by another run; wait for its end");
      answer.end(first, Status.COMPLETED);
    }
    assertThat(file("log.md")).content().isEqualTo("one\n");
  }

  @Test
  void partialFileOfARunningRunIsNotOverwritten() throws IOException {
    try (var first = FileSink.text(file("a.md"))) {
      var answer = Answer.of("one").begin(first);

      assertThatIOException()
          .isThrownBy(
              () ->
                  Answer.of("two").run(FileSink.text(file("a.md")).overwriting(), Status.COMPLETED))
          .withMessageContaining("is being written by another run");
      answer.end(first, Status.COMPLETED);
    }
    assertThat(file("a.md")).content().isEqualTo("one\n");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void onlyTheOwnerMayReadIt() throws IOException {
    Answer.of("x").run(FileSink.text(file("a.md")), Status.COMPLETED);
    Answer.of("x").run(FileSink.text(file("b.md")), Status.STOPPED);
    Answer.of("x").run(FileSink.text(file("c.md")).appending(), Status.COMPLETED);

    for (String name : names()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void overwritingThroughALinkReplacesTheLinkedFile() throws IOException {
    Files.writeString(file("real.md"), "old");
    Files.createSymbolicLink(file("link.md"), file("real.md"));
    Answer.of("new").run(FileSink.text(file("link.md")).overwriting(), Status.COMPLETED);

    assertThat(file("link.md")).isSymbolicLink();
    assertThat(file("real.md")).content().isEqualTo("new\n");
  }

  @Test
  void placesWhereNoFileCanBeAreRefusedInOneLine() {
    Path nowhere = file("none").resolve("a.md");
    assertThatIOException()
        .isThrownBy(() -> Answer.of().run(FileSink.text(nowhere), Status.COMPLETED))
        .withMessage(
            nowhere + " cannot be made: there is no folder " + file("none") + "; create it");
    assertThatIOException()
        .isThrownBy(() -> Answer.of().run(FileSink.text(folder).overwriting(), Status.COMPLETED))
        .withMessage(folder + " is a folder; name a file");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void devicesAreNeverReplaced() {
    assertThatIOException()
        .isThrownBy(
            () ->
                Answer.of()
                    .run(FileSink.text(Path.of("/dev/null")).overwriting(), Status.COMPLETED))
        .withMessage("/dev/null is a device or a pipe; name a regular file");
  }

  @Test
  void runThatSentNothingLeavesNothing() throws IOException {
    try (var sink = FileSink.text(file("a.md"))) {
      Answer.of().begin(sink);
      Answer.unsent(sink);
    }

    assertThat(names()).isEmpty();
  }

  @Test
  void interruptNeitherLosesTextNorIsItSwallowed() throws IOException {
    Thread.currentThread().interrupt();
    try (var sink = FileSink.text(file("log.md"))) {
      Answer.of("a").begin(sink).end(sink, Status.STOPPED);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(file("log.md.partial")).content().isEqualTo("a\n[stopped]\n");
  }

  @Test
  void makingAndClosingASinkTouchesNothing() throws IOException {
    FileSink.text(file("a.md")).overwriting().close();
    FileSink.jsonl(file("none/a.md")).appending().close();

    assertThat(names()).isEmpty();
  }

  @Test
  void otherChoicesAndRefusalsFollowTheText() throws IOException {
    new Answer()
        .then(new Delta.Text(1, "B"), new Delta.Refusal(0, "no"))
        .then(new Delta.Text(1, "b"))
        .run(FileSink.text(file("a.md")), Status.COMPLETED);

    assertThat(file("a.md")).content().isEqualTo("no\n--- choice 1 ---\nBb\n");
  }

  @Test
  void surrogatePairsAreJoinedAcrossDeltas() throws IOException {
    Answer.of("\ud83d", "\ude00 \ude00", "\ud83d")
        .run(FileSink.text(file("a.md")), Status.COMPLETED);

    assertThat(file("a.md")).content().isEqualTo("\ud83d\ude00 \uFFFD\uFFFD\n");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
