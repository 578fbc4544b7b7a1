package io.sluice.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlternateScreenTest {
  private final Emulator terminal = new Emulator(4, 20);
  private int columns = 20;
  private final Screen screen = new Screen(terminal.bytes(), () -> columns, () -> 4);
  private final OutputStream text = screen.over(terminal.bytes());

  @Test
  void whatWasThereComesBackAndNothingOfTheCoverStays() throws IOException {
    write("before\n");
    screen.cover();
    screen.show(List.of("one", "two", "three", "four", "five"));
    assertThat(terminal.rows()).containsExactly("one", "two", "three", "four");

    screen.uncover();
    write("after\n");

    assertThat(terminal.rows()).startsWith("before", "after", "");
    assertThat(terminal.text()).doesNotContain("one", "four");
  }

  @Test
  void whatIsWrittenMeanwhileComesAfterwardsInOrder() throws IOException {
    OutputStream other = screen.over(terminal.bytes());
    screen.cover();
    screen.show(List.of("one"));
    write("first ");
    other.write("second ".getBytes(StandardCharsets.UTF_8));
    write("third\n");
    assertThat(terminal.rows()).startsWith("one", "");

    screen.uncover();

    assertThat(terminal.rows()).startsWith("first second third", "");
  }

  @Test
  void moreThanCanWaitEndsTheCover() throws IOException {
    screen.cover();
    screen.show(List.of("one"));
    write("waits\n");
    write("x".repeat(1024 * 1024) + "\n");
    write("goes on\n");
    screen.show(List.of("two"));

    assertThat(terminal.text()).contains("waits\nxxx").contains("xxx\ngoes on\n");
    assertThat(terminal.text()).doesNotContain("one", "two");
  }

  @Test
  void theLineWaitsUntilTheCoverIsGone() {
    screen.cover();
    screen.show(List.of("one"));
    screen.line("12 tokens");
    assertThat(terminal.rows()).startsWith("one", "");

    screen.uncover();

    assertThat(terminal.rows()).startsWith("12 tokens", "");
  }

  @Test
  void rowsThatAreShownAlreadyAreNotSentAgainExceptNowAndThen() {
    screen.cover();
    screen.show(List.of("one", "two"));
    long once = terminal.written();
    for (int frame = 1; frame < 10; frame++) {
      screen.show(List.of("one", "two"));
    }
    assertThat(terminal.written()).isEqualTo(once);

    screen.show(List.of("one", "two"));
    assertThat(terminal.written()).isGreaterThan(once);
  }

  @Test
  void anotherSizeClearsWhatWasDrawnForTheOld() {
    screen.cover();
    screen.show(List.of("one", "two"));
    columns = 10;
    screen.show(List.of("1"));

    assertThat(terminal.rows()).startsWith("1", "", "");
  }

  @Test
  void leavingShowsTheCursorTheWrapAndTheOldScreen() {
    var bytes = new ByteArrayOutputStream();
    var left = new Screen(bytes, () -> 20, () -> 4);
    left.cover();
    bytes.reset();

    left.leave();
    left.leave();

    assertThat(bytes.toString(StandardCharsets.US_ASCII))
        .isEqualTo("\033[2J\033[H\033[?7h\033[?25h\033[?1049l");
  }

  private void write(String part) throws IOException {
    text.write(part.getBytes(StandardCharsets.UTF_8));
  }
}
