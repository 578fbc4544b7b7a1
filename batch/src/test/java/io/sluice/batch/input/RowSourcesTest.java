package io.sluice.batch.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.batch.row.Row;
import io.sluice.json.RequestJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSourcesTest {
  private static final RowTemplate TRANSLATE =
      fields -> {
        if (!fields.containsKey("text")) {
          throw new IllegalArgumentException("there is no field 'text'");
        }
        return "Translate: " + fields.get("text");
      };

  @TempDir private Path folder;

  @Test
  void linesOfOpenAiAreReadWithAndWithoutTheirUrl() throws IOException {
    String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    List<Row> rows =
        rows(
            "\uFEFF{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":"
                + body
                + "}\r\n\n{\"custom_id\":\"b\",\"body\":"
                + body
                + "}\n{\"custom_id\":\"c\",\"url\":\"/v1/embeddings\",\"body\":"
                + body
                + "}");

    assertThat(rows).extracting(Row::id).containsExactly("a", "b", "c");
    assertThat(rows).extracting(Row::number).containsExactly(1L, 3L, 4L);
    assertThat(written(rows.get(0))).isEqualTo(body).isEqualTo(written(rows.get(1)));
    assertThat(rows.get(2).fault())
        .isEqualTo("its url is '/v1/embeddings'; only /v1/chat/completions is asked");
  }

  @Test
  void aFirstLineMayBeLongAndStillTellsItsFormat() throws IOException {
    String body =
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\""
            + "a".repeat(70_000)
            + "\"}]}";

    List<Row> rows = rows("\n{\"custom_id\":\"a\",\"body\":" + body + "}\n");

    assertThat(rows).extracting(Row::id).containsExactly("a");
    assertThat(written(rows.get(0))).isEqualTo(body);
  }

  @Test
  void aTableThatIsNoUtf8IsRefusedAndItsByteOrderMarkLeftOut() throws IOException {
    assertThat(rows(RowReading.defaults(), "in.csv", "\uFEFFid,prompt\na,Hi\n"))
        .extracting(Row::id)
        .containsExactly("a");
    byte[] latin = "id,prompt\na,Gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(
            () ->
                all(
                    RowSources.open(
                        RowReading.defaults(), "in.csv", new ByteArrayInputStream(latin))))
        .isInstanceOf(InputException.class)
        .hasMessage("the table is not UTF-8; convert the input");
  }

  @Test
  void linesOfAnthropicKeepWhatTheirDialectSays() throws IOException {
    List<Row> rows =
        rows(
            "{\"custom_id\":\"a\",\"params\":{\"model\":\"claude\",\"max_tokens\":9,\"system\":\"Be"
                + " brief.\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}");

    assertThat(rows.get(0).request().orElseThrow().maxTokens()).hasValue(9);
    assertThat(written(rows.get(0))).contains("\"system\":\"Be brief.\"");
  }

  @Test
  void objectsAreRequestsOrPromptsOrTheFieldsOfATemplate() throws IOException {
    assertThat(
            written(
                rows("{\"id\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                    .get(0)))
        .isEqualTo("{\"model\":\"\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
    assertThat(written(rows("{\"prompt\":\"Hi\",\"temperature\":0.5,\"topic\":\"x\"}").get(0)))
        .isEqualTo(
            "{\"model\":\"\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],"
                + "\"temperature\":0.5}");
    Row filled =
        rows(RowReading.defaults().prompt(TRANSLATE), "", "{\"id\":7,\"text\":\"Hi\"}").get(0);
    assertThat(filled.id()).isEqualTo("7");
    assertThat(written(filled)).contains("Translate: Hi");
  }

  @Test
  void aMissingFieldRefusesItsRowAlone() throws IOException {
    List<Row> rows =
        rows(RowReading.defaults().prompt(TRANSLATE), "", "{\"a\":1}\n{\"text\":\"Hi\"}");

    assertThat(rows.get(0).fault()).isEqualTo("there is no field 'text'");
    assertThat(rows.get(1).request()).isPresent();
    assertThat(rows.get(1).id()).isEqualTo("row-2");
  }

  @Test
  void linesOfTextAreNumberedAndNulSeparatesThem() throws IOException {
    assertThat(rows("One\n\n  \nTwo")).extracting(Row::id).containsExactly("row-1", "row-4");
    List<Row> rows = rows(RowReading.defaults().separatedByNul(), "", "One\nline\0Two\0");

    assertThat(rows).hasSize(1 + 1);
    assertThat(written(rows.get(0))).contains("One\\nline");
  }

  @Test
  void tablesAreReadByTheNamesOfTheirFirstRecord() throws IOException {
    RowReading reading = RowReading.defaults().prompt(TRANSLATE);
    List<Row> rows = rows(reading, "t.csv", "id,text\na,\"One, \"\"two\"\"\nthree\"\n,Four\n");

    assertThat(rows).extracting(Row::id).containsExactly("a", "row-2");
    assertThat(written(rows.get(0))).contains("One, \\\"two\\\"\\nthree");
    assertThat(rows(reading, "t.tsv", "id\ttext\na\tOne, two\n").get(0).request()).isPresent();
  }

  @Test
  void aSystemTextStandsAboveARowThatHasNone() throws IOException {
    RowReading reading = RowReading.defaults().system(fields -> "Be brief.");

    assertThat(written(rows(reading, "", "{\"prompt\":\"Hi\"}").get(0))).contains("Be brief.");
    assertThat(
            written(
                rows(
                        reading,
                        "",
                        "{\"messages\":[{\"role\":\"system\",\"content\":\"Sing.\"},"
                            + "{\"role\":\"user\",\"content\":\"Hi\"}]}")
                    .get(0)))
        .contains("Sing.")
        .doesNotContain("Be brief.");
  }

  @Test
  void whatIsNoUtf8IsRefusedWithItsLine() {
    byte[] bytes = {'a', '\n', (byte) 0xff, '\n'};

    assertThatThrownBy(
            () -> all(RowSources.open(RowReading.defaults(), "", new ByteArrayInputStream(bytes))))
        .isInstanceOf(InputException.class)
        .hasMessage("line 2 is not UTF-8; convert the input");
  }

  @Test
  void severalFilesAreOneInputWithLinesOfTheirOwn() throws IOException {
    Path one = Files.writeString(folder.resolve("one.txt"), "a\nb\n");
    Path two = Files.writeString(folder.resolve("two.txt"), "c\n");
    try (RowSource source = RowSources.open(RowReading.defaults(), List.of(one, two))) {
      List<Row> rows = all(source);

      assertThat(rows).extracting(Row::id).containsExactly("row-1", "row-2", "row-3");
      assertThat(source.place(rows.get(1))).isEqualTo("line 2 of " + one);
      assertThat(source.place(rows.get(2))).isEqualTo("line 1 of " + two);
    }
  }

  private static String written(Row row) {
    return RequestJson.write(row.request().orElseThrow(() -> new AssertionError(row.fault())));
  }

  private static List<Row> rows(String text) throws IOException {
    return rows(RowReading.defaults(), "", text);
  }

  private static List<Row> rows(RowReading reading, String name, String text) throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return all(RowSources.open(reading, name, in));
  }

  private static List<Row> all(RowSource source) throws IOException {
    List<Row> rows = new ArrayList<>();
    Optional<Row> row = source.next();
    while (row.isPresent()) {
      rows.add(row.get());
      row = source.next();
    }
    return rows;
  }
}
