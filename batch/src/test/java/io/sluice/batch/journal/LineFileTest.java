package io.sluice.batch.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  @TempDir private Path folder;

  @Test
  void anInterruptedThreadWritesItsLines() throws IOException {
    Path path = folder.resolve("lines");
    boolean interrupted;
    try (LineFile file = LineFile.open(path)) {
      Thread.currentThread().interrupt();
      try {
        file.append("one");
        file.force();
        file.append("two");
      } finally {
        interrupted = Thread.interrupted();
      }
    }

    assertThat(interrupted).isTrue();
    assertThat(path).hasContent("one\ntwo\n");
  }
}
