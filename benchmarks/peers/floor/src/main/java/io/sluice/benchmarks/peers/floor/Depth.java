package io.sluice.benchmarks.peers.floor;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.sluice.benchmarks.peers.contender.Answer;
import java.util.Locale;

/** How far the bytes are understood. */
enum Depth {
  BYTES {
    @Override
    void addTo(ChannelPipeline pipeline, Answer answer) {
      pipeline.addLast(new Bytes(answer));
    }
  },
  FRAMING {
    @Override
    void addTo(ChannelPipeline pipeline, Answer answer) {
      pipeline.addLast(new HttpResponseDecoder(), new Events(answer, (bytes, from, to) -> {}));
    }
  },
  JSON {
    @Override
    void addTo(ChannelPipeline pipeline, Answer answer) {
      pipeline.addLast(new HttpResponseDecoder(), new Events(answer, new TokenWalk()));
    }
  };

  static Depth of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  abstract void addTo(ChannelPipeline pipeline, Answer answer);
}
