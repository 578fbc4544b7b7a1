package io.sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Source;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedAttributesTest {

  private static final String END =
      "{\"type\":\"chunk\",\"at_ms\":1,\"data\":{\"choices\":[{\"index\":0,"
          + "\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}}\n"
          + "{\"type\":\"end\",\"status\":\"completed\"}\n";

  @TempDir private Path folder;

  @Test
  void theSinksOfAReplayedRunAreToldWhatWasSaidOfTheRecordedOne() throws IOException {
    Source replay = recorded("{\"tenant\":\"blue\",\"batch\":\"\"}");

    assertThat(told(replay, StreamOptions.defaults()))
        .containsExactly(entry("tenant", "blue"), entry("batch", ""));
  }

  @Test
  void whatTheCallerSaysComesBehindTheRecordAndWinsOverIt() throws IOException {
    Source replay = recorded("{\"tenant\":\"blue\",\"batch\":\"7\"}");
    var options = StreamOptions.defaults().attribute("again", "yes").attribute("tenant", "red");

    assertThat(told(replay, options))
        .containsExactly(entry("tenant", "red"), entry("batch", "7"), entry("again", "yes"));
  }

  @Test
  void aRecordMayHaveMoreAttributesThanACallerMayGive() throws IOException {
    var many = new StringBuilder();
    for (int i = 0; i <= StreamOptions.MOST_ATTRIBUTES; i++) {
      many.append(many.isEmpty() ? "{" : ",").append("\"a").append(i).append("\":\"x\"");
    }

    assertThat(told(recorded(many + "}"), StreamOptions.defaults().attribute("mine", "y")))
        .hasSize(StreamOptions.MOST_ATTRIBUTES + 2);
  }

  @Test
  void aRecordThatSaysNothingHasNoAttributes() throws IOException {
    assertThat(recorded("{}").attributes()).isEmpty();
    assertThat(replay("{\"type\":\"open\",\"version\":1}\n").attributes()).isEmpty();
  }

  private Source recorded(String attributes) throws IOException {
    return replay("{\"type\":\"open\",\"version\":1,\"attributes\":" + attributes + "}\n");
  }

  private Source replay(String open) throws IOException {
    return Replay.of(Files.writeString(folder.resolve("a.jsonl"), open + END));
  }

  private static Map<String, String> told(Source source, StreamOptions options) {
    var sink = new AttributeSink();
    Pipeline.ofSources().options(options).to("a", sink).build().run(source);
    return sink.attributes;
  }

  private static final class AttributeSink implements Sink {

    private final Map<String, String> attributes = new LinkedHashMap<>();

    @Override
    public void onOpen(StreamContext context) {
      attributes.putAll(context.attributes());
    }

    @Override
    public void onChunk(Chunk chunk) {}
  }
}
