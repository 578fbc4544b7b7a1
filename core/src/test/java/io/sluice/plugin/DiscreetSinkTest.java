package io.sluice.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import io.sluice.stream.Chunk;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscreetSinkTest {

  private static final SinkOption TOKEN = SinkOption.of("token", SinkOption.Type.SECRET, "");

  private final SinkOptions options =
      SinkOptions.of(List.of(TOKEN), Map.of("token", "env:MY_TOKEN"), Map.of("MY_TOKEN", "s3cret"));

  @Test
  void whatASinkThrowsDoesNotContainItsSecret() throws IOException {
    Sink sink = throwing(new IOException("refused", new IOException("GET /?t=s3cret")));

    assertThatThrownBy(sink::close).hasMessage("refused").hasNoCause();
    assertThatThrownBy(throwing(new IllegalStateException("s3cret is old"))::close)
        .isInstanceOf(IOException.class)
        .hasMessage("*** is old");
  }

  @Test
  void whatTellsNoSecretIsThrownAsItIs() throws IOException {
    var thrown = new IOException("the disk is full");

    assertThatThrownBy(throwing(thrown)::close).isSameAs(thrown);
  }

  @Test
  void aFactoryThatRefusesDoesNotTellItEither() {
    assertThatThrownBy(
            () ->
                DiscreetSink.made(
                    options,
                    () -> {
                      throw new IllegalArgumentException("s3cret has blanks");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("*** has blanks");
  }

  @Test
  void aSinkWithoutSecretsStaysAsItIs() throws IOException {
    Sink sink = chunk -> {};

    assertThat(DiscreetSink.made(SinkOptions.of(List.of(), Map.of()), () -> sink)).isSameAs(sink);
  }

  private Sink throwing(Exception thrown) throws IOException {
    return DiscreetSink.made(
        options,
        () ->
            new Sink() {
              @Override
              public void onChunk(Chunk chunk) {}

              @Override
              public void close() throws IOException {
                if (thrown instanceof IOException failure) {
                  throw failure;
                }
                throw (RuntimeException) thrown;
              }
            });
  }
}
