package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice log} as a person at a terminal of 80 columns sees it. */
@Tag("thorough")
class LogTerminalTest {
  private static final String ROW =
      "\\w{6}  \\d\\d-\\d\\d \\d\\d:\\d\\d  completed   a-model-with-a-…  ";

  @TempDir private Path folder;

  @BeforeEach
  void keepTwoAnswers() {
    var home = new UserHome(folder.resolve("home"));
    for (String words : new String[] {"first", "second"}) {
      UserHome.answered(
          home.person(),
          "-q",
          "-m",
          "a-model-with-a-long-name",
          "--conversation",
          "trip",
          (words + " words of a question ").repeat(9));
    }
  }

  @Test
  void eachRowFitsTheTerminal() throws IOException {
    try (Window window = log(Map.of("PAGER", "cat"), "")) {
      assertThat(window.ended().text().lines().toList())
          .hasSize(2)
          .allSatisfy(row -> assertThat(row).matches(ROW + "\\w+ words of a question.*…"))
          .allSatisfy(row -> assertThat(row.length()).isEqualTo(79));
    }
    try (Window window = log(Map.of("PAGER", ""), " search question")) {
      assertThat(window.ended().text().lines().toList())
          .hasSize(2)
          .allSatisfy(row -> assertThat(row).matches(ROW + ".*\\[question.*"));
    }
    try (Window window = log(Map.of(), " conversations --no-pager")) {
      assertThat(window.ended().text())
          .matches("trip {14}2 turns {4}\\d\\d-\\d\\d \\d\\d:\\d\\d  first words of a question .*…")
          .hasLineCount(1);
    }
  }

  @Test
  void theNamedPagerShowsIt() throws IOException {
    for (String action : new String[] {"", " search question", " conversations", " show trip"}) {
      try (Window window = log(Map.of("PAGER", "sed 's/^/| /'"), action)) {
        Window.Ended ended = window.ended();

        assertThat(ended.code()).isZero();
        assertThat(ended.text().lines()).isNotEmpty().allMatch(line -> line.startsWith("|"));
      }
    }
  }

  @Test
  void aPagerThatIsLeftEarlyEndsItInSilence() throws IOException {
    try (Window window = log(Map.of("PAGER", "head -n 1"), " list --json")) {
      Window.Ended ended = window.ended();

      assertThat(ended.code()).isZero();
      assertThat(ended.text().lines().findFirst().orElseThrow()).startsWith("{");
      assertThat(ended.text())
          .doesNotContain("sluice:")
          .doesNotContain("first words of a question \",");
    }
    try (Window window = log(Map.of("PAGER", "true"), " show trip --json")) {
      assertThat(window.ended()).isEqualTo(new Window.Ended("", 0));
    }
  }

  @Test
  void aPagerThatIsNotThereCostsNothingButALine() throws IOException {
    try (Window window = log(Map.of("PAGER", "no-such-pager -R"), "")) {
      assertThat(window.ended().text())
          .contains("second words of a question")
          .contains("PAGER is 'no-such-pager -R', which cannot be run; name another program");
    }
  }

  @Test
  void nothingIsPagedInAPipeOrOnADumbTerminalOrThoughNoneIsWanted() throws IOException {
    Map<String, String> pager = Map.of("PAGER", "sed 's/^/| /'");
    try (Window window =
        Window.openShell(
            folder, pager, "sluice log | cat; TERM=dumb; sluice log; sluice log --no-pager")) {
      String text = window.ended().text();

      assertThat(text).doesNotContain("| ").contains("first words of a question first words");
      assertThat(text.lines().filter(line -> line.contains("…"))).hasSize(4);
    }
  }

  @Test
  void anInterruptBelongsToThePager() throws IOException {
    Path script = folder.resolve("reader");
    Files.writeString(script, "trap 'echo heard' INT\ncat\nread line < /dev/tty\necho $line\n");
    try (Window window = log(Map.of("PAGER", "sh " + script), "")) {
      window.until("second words");
      window.press("C-c");
      window.until("heard");
      window.type("and goes on");
      window.press("Enter");

      assertThat(window.ended().code()).isZero();
    }
  }

  private Window log(Map<String, String> environment, String action) throws IOException {
    return Window.openShell(folder, environment, "sluice log" + action);
  }
}
