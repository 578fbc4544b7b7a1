package io.sluice.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.batch.row.Row;
import io.sluice.chat.ChatRequest;
import org.junit.jupiter.api.Test;

class RowQueueTest {
  private final RowQueue queue = new RowQueue();

  @Test
  void nothingIsWaitedForThatIsDueAlready() {
    queue.againLater(ready("due", 5));
    queue.againLater(ready("later", 9));

    assertThat(queue.nextReady(5)).hasValue(9L);
    assertThat(queue.nextReady(9)).isEmpty();
    assertThat(queue.isEmpty()).isFalse();
    assertThat(queue.next(9, 1).orElseThrow().row().id()).isEqualTo("due");
  }

  private static PendingRow ready(String id, long at) {
    ChatRequest request = ChatRequest.of("m", id);
    Row row = Row.of(id, request).numbered(at);
    var pending = new PendingRow(row, request, "", new RowMeter.Count(1, true));
    pending.ready(at);
    return pending;
  }
}
