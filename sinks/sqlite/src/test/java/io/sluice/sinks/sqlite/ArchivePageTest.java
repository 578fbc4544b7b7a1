package io.sluice.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/archive.md} and the schema together. */
class ArchivePageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "archive.md");
  private static final Pattern COLUMNS = Pattern.compile("(?m)^\\| ((?:`[a-z_]+`(?:, )?)+) \\|");
  private static final Pattern QUERY = Pattern.compile("(?s)```sql\n(.*?)```");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void keepARun() {
    file = folder.resolve("archive.db");
    Kept.answer(file, "Name two rivers.", "The Elbe and the Oder are rivers.");
  }

  @Test
  void everyColumnIsDescribedInItsOrder() throws Exception {
    List<String> described =
        COLUMNS
            .matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1).replace("`", ""))
            .flatMap(names -> Stream.of(names.split(", ")))
            .toList();

    assertThat(described).isEqualTo(firstColumn("SELECT name FROM pragma_table_xinfo('run')"));
  }

  @Test
  void theQueriesFindWhatTheyAreFor() throws Exception {
    List<String> queries =
        QUERY
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult it) -> it.group(1))
            .toList();

    assertThat(firstColumn(queries.get(0))).containsExactly("m");
    assertThat(firstColumn(queries.get(1))).containsExactly(Kept.only(file).id());
    assertThat(queries).hasSize(2);
  }

  private List<String> firstColumn(String query) throws Exception {
    List<String> values = new ArrayList<>();
    try (Session session = Database.open(file)) {
      session.each(query, row -> values.add(row.getString(1)));
    }
    return values;
  }
}
