package io.sluice.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void theyShareTheTerminalAndItsLastCellStaysFree() {
    assertThat(Columns.of(2, 80).width()).isEqualTo(38);
    assertThat(Columns.of(3, 80).width()).isEqualTo(24);
    assertThat(Columns.of(1, 80).width()).isEqualTo(79);
  }

  @Test
  void belowTwentyFourCellsNobodyCanRead() {
    assertThat(Columns.of(3, 79).readable()).isTrue();
    assertThat(Columns.of(3, 78).readable()).isFalse();
    assertThat(Columns.of(8, 3).readable()).isFalse();
  }

  @Test
  void eachBeginsWhereItHasToAndTheRuleMeetsTheBars() throws IOException {
    var terminal = new Emulator(4, 40);
    Columns columns = new Columns(3, 8);

    String rows = columns.row(List.of("a", "", "c")) + "\n" + columns.rule() + "\n";
    terminal.bytes().write(rows.getBytes(StandardCharsets.UTF_8));

    assertThat(terminal.rows())
        .startsWith("a        │          │ c", "─────────┼──────────┼─────────");
  }
}
