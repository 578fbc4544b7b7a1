package io.sluice.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in data that is not one valid JSON object. */
class JsonSalvageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'a':1}{'b':2} | OBJECT {'a':1}; OBJECT {'b':2}",
        "{'a':1},{'b':2} | OBJECT {'a':1}; OTHER ,; OBJECT {'b':2}",
        "{'a':1}[DONE] | OBJECT {'a':1}; END_MARKER [DONE]",
        "'[DONE]' | END_MARKER '[DONE]'",
        "null | NOTHING null",
        "data: {'a':1} | OBJECT {'a':1}",
        "{'a':1}x | OBJECT {'a':1}; OTHER x",
        "{'a':NaN,'b':[-Infinity, Infinity]} | OBJECT {'a':null,'b':[null, null]}",
        "{'a':1,} | OBJECT {'a':1}",
        "{'a':[1,2, ]} | OBJECT {'a':[1,2 ]}",
        "{'a':'\\x'} | OBJECT {'a':'x'}",
        "{'a':'NaN, }'} | OBJECT {'a':'NaN, }'}",
        "{'a':'}' | TORN {'a':'}'",
        "{'a | TORN {'a",
        "{'a':} | TORN {'a':}",
        "{} | TORN {}",
        "ping | OTHER ping"
      })
  void whatStandsThereIsFound(String text, String expected) {
    assertThat(found(text.replace('\'', '"')).replace('"', '\'')).isEqualTo(expected);
  }

  @Test
  void rawControlCharactersBecomeEscapes() {
    assertThat(found("{\"a\":\"x\ty\u0001\"}")).isEqualTo("OBJECT {\"a\":\"x\\u0009y\\u0001\"}");
  }

  @Test
  void zerosBehindAnObjectAreNothing() {
    assertThat(found("{\"a\":1}\u0000\u0000")).isEqualTo("OBJECT {\"a\":1}");
  }

  @Test
  void aTornObjectSwallowsNoLineBehindIt() {
    assertThat(found("{\"id\":\"c1\",\"choi\n{\"error\":{\"message\":\"no\"}}"))
        .isEqualTo("TORN {\"id\":\"c1\",\"choi; OBJECT {\"error\":{\"message\":\"no\"}}");
  }

  @Test
  void objectsInARowAreFoundWhateverTheyHoldAndWhereverTheyAreCut() {
    var random = new Random(42);
    for (int round = 0; round < 500; round++) {
      List<String> objects = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        objects.add(object(random));
      }
      String text = String.join(random.nextBoolean() ? "\n" : "", objects);
      assertThat(JsonSalvage.of(text)).extracting(JsonSalvage.Piece::text).isEqualTo(objects);
      for (int cut = 0; cut < text.length(); cut++) {
        List<String> whole =
            JsonSalvage.of(text.substring(0, cut)).stream()
                .filter(piece -> piece.kind() == JsonSalvage.Kind.OBJECT)
                .map(JsonSalvage.Piece::text)
                .toList();
        assertThat(whole).isEqualTo(objects.subList(0, whole.size()));
      }
    }
  }

  private static String object(Random random) {
    String[] values = {
      "1", "\"a\\\"}{\"", "[{},\"]\"]", "{\"k\":\"\\\\\"}", "null", "\"é\\u00e9\""
    };
    var object = new StringBuilder("{");
    for (int i = 0; i <= random.nextInt(3); i++) {
      object
          .append(i > 0 ? "," : "")
          .append("\"n")
          .append(i)
          .append("\":")
          .append(values[random.nextInt(values.length)]);
    }
    return object.append('}').toString();
  }

  private static String found(String text) {
    return String.join(
        "; ", JsonSalvage.of(text).stream().map(p -> p.kind() + " " + p.text().strip()).toList());
  }
}
