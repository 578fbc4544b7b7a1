package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sluice.stream.Status;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptFileTest {

  @TempDir Path folder;

  @Test
  void transcriptIsAsTheGoldenFileHasIt() throws IOException {
    Path file = folder.resolve("a.jsonl");
    Answer.of("Hi", "!").run(FileSink.jsonl(file), Status.COMPLETED);

    assertThat(Files.readString(file)).isEqualTo(golden());
  }

  @Test
  void eachLineIsInTheFileWhenItsCallReturns() throws IOException {
    Path file = folder.resolve("a.jsonl");
    try (var sink = FileSink.jsonl(file)) {
      Answer.of("Hi").begin(sink);

      assertThat(read(folder.resolve("a.jsonl.partial")))
          .hasSize(2)
          .last()
          .isInstanceOf(TranscriptLine.ChunkLine.class);
    }
  }

  @Test
  void everyOtherEndIsInTheLastLineOfThePartialFile() throws IOException {
    for (Status status : Status.values()) {
      Path file = folder.resolve(status + ".jsonl");
      Answer.of("Hi").run(FileSink.jsonl(file), status);

      boolean completed = status == Status.COMPLETED;
      Path written = completed ? file : folder.resolve(status + ".jsonl.partial");
      assertThat(read(written))
          .last()
          .isInstanceOfSatisfying(
              TranscriptLine.EndLine.class, end -> assertThat(end.status()).isEqualTo(status));
    }
  }

  @Test
  void runAppendedAfterACrashAtAnyByteIsReadable() throws IOException {
    byte[] before = golden().getBytes(StandardCharsets.UTF_8);
    for (int crash = 0; crash <= before.length; crash += 3) {
      Path file = folder.resolve("crash-" + crash + ".jsonl");
      Files.write(file, Arrays.copyOf(before, crash));
      Answer.of("Hi", "!").run(FileSink.jsonl(file).appending(), Status.COMPLETED);
      List<TranscriptLine> lines = read(file);

      assertThat(lines.subList(lines.size() - 4, lines.size()))
          .isEqualTo(read(golden().getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void fullDiskIsSaidWithTheFileAndWhatIsKept() {
    var full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatIOException()
        .isThrownBy(() -> new ExplainedOutput(Path.of("a.jsonl.partial"), full).write(new byte[9]))
        .withMessage(
            "a.jsonl.partial takes no more: No space left on device; what came before is kept in"
                + " it");
  }

  private static List<TranscriptLine> read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  private static List<TranscriptLine> read(byte[] bytes) throws IOException {
    List<TranscriptLine> lines = new ArrayList<>();
    try (var reader = TranscriptReader.of("it", new java.io.ByteArrayInputStream(bytes))) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  private static String golden() throws IOException {
    try (InputStream in = TranscriptFileTest.class.getResourceAsStream("answer.jsonl")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
