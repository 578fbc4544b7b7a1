package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class PayloadParserTest {

  private final PayloadParser parser = PayloadParser.open();

  @Test
  void oneParserReadsThousandsOfDocuments() {
    for (int i = 0; i < 5_000; i++) {
      assertThat(firstMember("{\"n\":[" + i + ",{\"a\":\"é\"}]}"))
          .isEqualTo("[" + i + ",{\"a\":\"é\"}]");
    }
    assertThat(parser.isWorn()).isFalse();
  }

  @Test
  void valuesAreCopiedAsTheyWereWritten() {
    assertThat(firstMember("{\"a\" : 1.50 }")).isEqualTo("1.50");
    assertThat(firstMember("{\"a\":-0.1e5}")).isEqualTo("-0.1e5");
    assertThat(firstMember("{\"ä\":\n\"\\u00e9ü\",\"b\":1}")).isEqualTo("\"\\u00e9ü\"");
    assertThat(firstMember("{\"a\":true,\"b\":null}")).isEqualTo("true");
    assertThat(firstMember("{\"a\":{ \"b\" : [ ] } }\n")).isEqualTo("{ \"b\" : [ ] }");
  }

  @Test
  void whatFollowsADocumentIsRefused() {
    assertThatThrownBy(() -> firstMember("{\"a\":1} x")).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> new PayloadParserTest().firstMember("{\"a\":1}{\"a\":1}"))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void aDocumentThatEndsTooEarlyIsRefused() {
    assertThatThrownBy(() -> firstMember("{\"a\":[1,2"))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage("JSON that ends too early");
  }

  @Test
  void aParserThatMetTooManyNamesIsWorn() {
    for (int i = 0; i < 3_000; i++) {
      firstMember("{\"name" + i + "\":1}");
    }
    assertThat(parser.isWorn()).isTrue();
  }

  private String firstMember(String document) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    parser.feed(bytes, 0, bytes.length);
    parser.next();
    parser.nextMember();
    int mark = parser.position();
    parser.next();
    String value = parser.json(mark).text();
    while (parser.nextMember()) {
      parser.next();
      parser.skipValue();
    }
    parser.expectEnd();
    return value;
  }
}
