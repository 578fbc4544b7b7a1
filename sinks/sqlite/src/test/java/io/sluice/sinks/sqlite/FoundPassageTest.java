package io.sluice.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.sinks.sqlite.FoundPassage.Mark;
import io.sluice.stream.StreamOptions;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundPassageTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("archive.db");
  }

  @Test
  void marksAreWhereTheWordsAreWhateverBracketsTheTextHas() throws IOException {
    Kept.answer(file, "why [not] 🦊 (fox)?", "because");

    FoundPassage found = passages(RunQuery.all(), "fox", "not").get(0);

    assertThat(found.text()).isEqualTo("why [not] 🦊 (fox)?");
    assertThat(found.marks()).containsExactly(new Mark(5, 8), new Mark(14, 17));
    assertThat(found.bracketed()).isEqualTo("why [[not]] 🦊 ([fox])?");
  }

  @Test
  void wordsInOneStringAreOneMark() throws IOException {
    Kept.answer(file, "the quick brown fox", "ran");

    assertThat(passages(RunQuery.all(), "quick brown").get(0).marks())
        .containsExactly(new Mark(4, 15));
  }

  @Test
  void aRunIsFoundByAnAttributeOrByItsLack() throws IOException {
    Kept.answer(file, "one fox", "yes");
    keptAs("ann", "two fox");
    keptAs("o'\"ben", "three fox");

    assertThat(passages(owner("ann"), "fox"))
        .extracting(FoundPassage::text)
        .containsExactly("two fox");
    assertThat(passages(owner("o'\"ben"), "fox")).hasSize(1);
    assertThat(passages(owner("me"), "fox"))
        .extracting(FoundPassage::text)
        .containsExactly("one fox");
    assertThat(passages(owner("nobody"), "fox")).isEmpty();
    assertThat(Kept.runs(file, owner("me"))).hasSize(1);
    assertThat(Kept.runs(file, owner("ann").limit(0))).isEmpty();
  }

  @Test
  void aRunBelongsToTheConversationThatItsAttributeNames() throws IOException {
    keep("conversation", "foxes", "a fox");

    assertThat(Kept.only(file).conversation()).isEqualTo("foxes");
  }

  private static RunQuery owner(String name) {
    return RunQuery.all().attribute("owner", name, "me");
  }

  private void keptAs(String owner, String question) {
    keep("owner", owner, question);
  }

  private void keep(String attribute, String value, String question) {
    Pipeline.from(ScriptedTransport.answering("yes"))
        .options(StreamOptions.defaults().attribute(attribute, value))
        .to("archive", SqliteSink.of(file))
        .build()
        .run(ChatRequest.of("m", question));
  }

  private List<FoundPassage> passages(RunQuery query, String... words) throws IOException {
    List<FoundPassage> found = new ArrayList<>();
    try (Archive archive = Archive.open(file)) {
      archive.passages(List.of(words), query, (run, passage) -> found.add(passage));
    }
    return found;
  }
}
