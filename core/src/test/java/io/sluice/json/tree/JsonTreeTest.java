package io.sluice.json.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.json.MalformedJsonException;
import io.sluice.json.tree.JsonTree.Literal;
import io.sluice.json.tree.JsonTree.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

  @Test
  void valuesAreReadAsTheyAreNested() {
    JsonTree tree = JsonTree.read(" {\"a\": [1.50, true, null, \"\\u00e9\\n\"], \"b\": {}} ");

    assertThat(tree.elements("a"))
        .containsExactly(
            new Literal("1.50"), new Literal("true"), Literal.NULL, new Text("\u00e9\n"));
    assertThat(tree.value("b").orElseThrow().isObject()).isTrue();
  }

  @Test
  void membersKeepTheirOrderAndTheLastOfANameCounts() {
    JsonTree tree = JsonTree.read("{\"z\":1,\"a\":2,\"z\":3}");

    assertThat(tree.members()).containsOnlyKeys("z", "a");
    assertThat(tree.members().keySet()).containsExactly("z", "a");
    assertThat(tree.value("z")).contains(new Literal("3"));
  }

  @Test
  void questionsThatDoNotFitAreAnsweredWithNothing() {
    JsonTree tree = JsonTree.read("{\"a\":null,\"b\":\"text\"}");

    assertThat(tree.value("a")).isEmpty();
    assertThat(tree.elements("b")).isEmpty();
    assertThat(tree.string()).isEmpty();
    assertThat(tree.string("b")).contains("text");
    assertThat(new Text("text").members()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1", "{\"a\"}", "{} {}", "nope", "[1,]", "\"\\q\""})
  void anythingElseIsMalformed(String text) {
    assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> JsonTree.read(text));
  }

  @Test
  void depthHasABound() {
    assertThat(JsonTree.read("[".repeat(500) + "]".repeat(500)).elements()).hasSize(1);
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> JsonTree.read("[".repeat(501) + "]".repeat(501)))
        .withMessageContaining("deeper than 500");
  }
}
