package io.sluice.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final int COLUMNS = 20;
  private static final int ROWS = 6;
  private static final String STATUS = "12 tokens · 3 s";

  private final Emulator terminal = new Emulator(ROWS, COLUMNS);
  private final Screen screen = new Screen(terminal.bytes(), () -> COLUMNS, () -> ROWS);
  private final OutputStream text = screen.over(terminal.bytes());

  @Test
  void theLineStandsWhereTheCursorIsWhileItsRowIsEmpty() throws IOException {
    screen.line(STATUS);

    assertThat(terminal.rows()).startsWith(STATUS, "");
  }

  @Test
  void theLineStandsBelowTheTextAndTheTextGoesOn() throws IOException {
    screen.line(STATUS);
    write("one ");
    assertThat(terminal.rows()).startsWith("one", STATUS, "");

    write("two");
    screen.line("13 tokens");
    assertThat(terminal.rows()).startsWith("one two", "13 tokens", "");
  }

  @Test
  void aShorterLineLeavesNothingOfALongerOne() {
    screen.line("a long line");
    screen.line("short");

    assertThat(terminal.rows()).startsWith("short", "");
  }

  @Test
  void aLineTooLongForTheRowIsCut() {
    screen.line("0123456789".repeat(3));

    assertThat(terminal.rows()).startsWith("0123456789012345678", "");
  }

  @Test
  void aFullRowIsNotTouchedUntilTheNextCharacter() throws IOException {
    screen.line(STATUS);
    write("x".repeat(COLUMNS));
    write("y");

    assertThat(terminal.rows()).startsWith("x".repeat(COLUMNS), "y", STATUS);
  }

  @Test
  void wideCharactersAndColoursFillARowByTheirCells() throws IOException {
    screen.line(STATUS);
    write("\033[1m" + "漢".repeat(COLUMNS / 2) + "\033[0m");
    write("字");

    assertThat(terminal.text()).startsWith("漢".repeat(COLUMNS / 2) + "\n字\n" + STATUS);
  }

  @Test
  void nothingOfTheLineIsLeftWhateverIsWrittenAround() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var with = new Emulator(ROWS, COLUMNS);
      var without = new Emulator(ROWS, COLUMNS);
      var watched = new Screen(with.bytes(), () -> COLUMNS, () -> ROWS);
      OutputStream out = watched.over(with.bytes());
      for (int part = 0; part < 60; part++) {
        if (random.nextInt(3) == 0) {
          watched.line(random.nextInt(8) == 0 ? "" : STATUS + part);
        }
        String piece = Pieces.random(random);
        out.write(piece.getBytes(StandardCharsets.UTF_8));
        without.bytes().write(piece.getBytes(StandardCharsets.UTF_8));
      }
      watched.line("");

      assertThat(with.text().stripTrailing())
          .as("seed " + seed)
          .isEqualTo(without.text().stripTrailing());
    }
  }

  @Test
  void nothingOfTheTextIsLostHoweverWideATerminalTakesIt() throws IOException {
    List<CharacterGrid.Widths> terminals =
        List.of(
            CharacterGrid.adding(one -> one.width().most()),
            CharacterGrid.adding(one -> one.width().usual()),
            CharacterGrid.clustering(one -> one.width().usual()),
            CharacterGrid.clustering(one -> one.width().least()),
            CharacterGrid.adding(one -> one.width().widest()));
    for (int seed = 0; seed < 600; seed++) {
      for (CharacterGrid.Widths widths : terminals) {
        var random = new Random(seed);
        int columns = 12 + random.nextInt(20);
        var with = new CharacterGrid(columns, widths);
        var without = new CharacterGrid(columns, widths);
        var watched = new Screen(with.bytes(), () -> columns, () -> ROWS);
        OutputStream out = watched.over(with.bytes());
        watched.line(STATUS);
        for (int part = 0; part < 60; part++) {
          byte[] piece = Pieces.ofEveryWidth(random).getBytes(StandardCharsets.UTF_8);
          out.write(piece);
          without.bytes().write(piece);
          watched.line(STATUS + part);
        }
        watched.line("");

        assertThat(with.text()).as("seed " + seed).isEqualTo(without.text());
      }
    }
  }

  @Test
  void theLineIsDrawnWhereverTheRowSurelyHasRoom() throws IOException {
    screen.line(STATUS);
    write("漢字 👍 ok");

    assertThat(terminal.rows()).contains(STATUS);
  }

  @Test
  void aLinkTakesNoCells() throws IOException {
    screen.line(STATUS);
    write("\033]8;;https://s.example/a/long/one\033\\link\033]8;;\033\\");

    assertThat(terminal.rows()).contains(STATUS);
  }

  @Test
  void withoutALineTheBytesPassAsTheyAre() throws IOException {
    var bytes = new ByteArrayOutputStream();
    OutputStream plain = screen.over(bytes);
    plain.write("é\n".getBytes(StandardCharsets.UTF_8));
    screen.line("");

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("é\n");
    assertThat(terminal.written()).isZero();
  }

  @Test
  void aTerminalThatWentAwayIsTheWritersToLearnOf() {
    OutputStream refusing =
        new OutputStream() {
          @Override
          public void write(int single) throws IOException {
            throw new IOException("gone");
          }
        };
    var gone = new Screen(refusing, () -> COLUMNS, () -> ROWS);

    assertThatCode(() -> gone.line(STATUS)).doesNotThrowAnyException();
    assertThatThrownBy(() -> gone.over(refusing).write('x')).hasMessage("gone");
  }

  private void write(String part) throws IOException {
    text.write(part.getBytes(StandardCharsets.UTF_8));
  }
}
