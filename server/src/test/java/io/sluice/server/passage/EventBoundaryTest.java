package io.sluice.server.passage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comment stands between two events or nowhere. */
class EventBoundaryTest {

  @Test
  void theBeginningOfAStreamIsBetweenEvents() {
    assertThat(new EventBoundary().isBetween()).isTrue();
  }

  /** The second text has a bar where a comment may stand behind a byte. */
  @ParameterizedTest
  @CsvSource({
    "data: a\\n\\ndata: b\\n\\n, data: a\\n\\n|data: b\\n\\n|",
    "data: a\\r\\n\\r\\nx, data: a\\r\\n\\r\\n|x",
    "\\n\\n\\n, \\n|\\n|\\n|",
    "data: a\\r\\rdata: b\\r\\r, data: a\\r\\rdata: b\\r\\r",
    "a\\r\\nb\\n, a\\r\\nb\\n",
  })
  void itIsFoundBehindBlankLinesWhereverTheBytesAreCut(String stream, String marked) {
    String bytes = plain(stream);
    BitSet places = places(plain(marked));
    for (int cut = 0; cut <= bytes.length(); cut++) {
      for (int end = Math.max(cut, 1); end <= bytes.length(); end++) {
        var boundary = new EventBoundary();
        boundary.pass(Unpooled.copiedBuffer(bytes.substring(0, cut), US_ASCII));
        boundary.pass(Unpooled.copiedBuffer(bytes.substring(cut, end), US_ASCII));

        assertThat(boundary.isBetween()).as("%d, %d", cut, end).isEqualTo(places.get(end));
      }
    }
  }

  private static BitSet places(String marked) {
    var places = new BitSet();
    int marks = 0;
    for (int at = 0; at < marked.length(); at++) {
      if (marked.charAt(at) == '|') {
        places.set(at - marks);
        marks++;
      }
    }
    return places;
  }

  private static String plain(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }
}
