package io.sluice.tokens.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.tree.JsonTree;
import org.junit.jupiter.api.Test;

class JsonStyleTest {
  private static final JsonTree VALUE =
      JsonTree.read("{\"é\": [1.0, {}, []],\n \"a\": \"\\u0000\"}");

  @Test
  void stylesDifferInSpacesAndEscapes() {
    assertThat(JsonStyle.COMPACT.write(VALUE)).isEqualTo("{\"é\":[1.0,{},[]],\"a\":\"\\u0000\"}");
    assertThat(JsonStyle.SPACED.write(VALUE))
        .isEqualTo("{\"é\": [1.0, {}, []], \"a\": \"\\u0000\"}");
    assertThat(JsonStyle.ASCII.write(VALUE))
        .isEqualTo("{\"\\u00e9\":[1.0,{},[]],\"a\":\"\\u0000\"}");
  }

  @Test
  void whatIsWrittenReadsTheSame() {
    for (JsonStyle style : JsonStyle.values()) {
      assertThat(JsonTree.read(style.write(VALUE))).isEqualTo(VALUE);
    }
  }
}
