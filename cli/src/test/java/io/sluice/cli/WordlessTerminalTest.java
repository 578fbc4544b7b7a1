package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person gets who types {@code sluice} and nothing to ask. */
@DisabledOnOs(OS.WINDOWS)
class WordlessTerminalTest {
  @TempDir private Path folder;

  @Test
  void atATerminalItIsAChat() throws Exception {
    try (Window window = Window.openShell(folder, Map.of("SLUICE_OFFLINE", "true"), "sluice")) {
      assertThat(window.until("\n>")).contains("/help lists what you can type");
      window.press("C-d");

      assertThat(window.ended().code()).isZero();
    }
  }

  @Test
  void inAPipeItIsTheHelp() throws Exception {
    try (Window window = Window.openShell(folder, Map.of(), "sluice | tail -n 3")) {
      assertThat(window.until("143  terminated")).contains("130  interrupted");
    }
  }

  @Test
  void helpIsAsWideAsTheTerminal() throws Exception {
    try (Window window = Window.openShell(folder, Map.of(), "read -r x; sluice help install")) {
      window.resize(50, 40);
      window.press("Enter");
      window.ended();

      assertThat(window.rows())
          .contains("Puts a link to this command into a folder of the")
          .allMatch(row -> row.length() <= 50);
    }
  }
}
