package io.sluice.batch.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import org.junit.jupiter.api.Test;

class RowTableTest {
  private static final String PRINT = RowFingerprint.of(ChatRequest.of("m", "Hi"), "here");

  private final RowTable table = new RowTable();

  @Test
  void whatWasSetIsFoundAgainAmongMany() {
    for (int i = 0; i < 10_000; i++) {
      int entry = table.add("row-" + i);
      table.state(entry, RowState.SENT);
      table.code(entry, i % 31);
      table.place(entry, i + 1);
      table.seen(entry, i);
    }

    assertThat(table.size()).isEqualTo(10_000);
    for (int i = 0; i < 10_000; i++) {
      int entry = table.find("row-" + i).orElseThrow();
      assertThat(table.number(entry)).isEqualTo(i);
      assertThat(table.code(entry)).isEqualTo(i % 31);
      assertThat(table.place(entry)).isEqualTo(i + 1);
      assertThat(table.state(entry)).isEqualTo(RowState.SENT);
      assertThat(table.isSeen(entry)).isTrue();
    }
    assertThat(table.find("row-10000")).isEmpty();
    assertThat(table.count(RowState.SENT)).isEqualTo(10_000);
  }

  @Test
  void rowsAreOrderedByNumberOrByPlace() {
    int first = table.add("a");
    table.number(first, 2);
    table.place(first, 1);
    int second = table.add("b");
    table.number(second, 1);
    table.place(second, 9);
    table.add("without a result");

    assertThat(table.byNumber()).containsExactly(second, first);
    assertThat(table.byPlace()).containsExactly(first, second);
  }

  @Test
  void anotherFingerprintIsTold() {
    int entry = table.add("a");
    assertThat(table.differs(entry, PRINT)).isFalse();
    table.fingerprint(entry, PRINT);

    assertThat(table.differs(entry, PRINT)).isFalse();
    assertThat(table.differs(entry, RowFingerprint.of(ChatRequest.of("m", "Hi"), "there")))
        .isTrue();
  }

  @Test
  void forgettingWhatWasSeenKeepsAllElse() {
    int entry = table.add("a");
    table.state(entry, RowState.ANSWERED);
    table.seen(entry, 7);
    table.forgetSeen();

    assertThat(table.isSeen(entry)).isFalse();
    assertThat(table.number(entry)).isEqualTo(7);
    assertThat(table.state(entry)).isEqualTo(RowState.ANSWERED);
  }
}
