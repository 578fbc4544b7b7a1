package io.sluice.cli.record;

import io.sluice.stream.WireTap;
import java.nio.ByteBuffer;
import java.util.List;

/** Tells the same to each of several taps, none of which may throw. */
public record WireTaps(List<WireTap> taps) implements WireTap {
  @Override
  public void sent() {
    taps.forEach(WireTap::sent);
  }

  @Override
  public void bytes(ByteBuffer bytes) {
    taps.forEach(tap -> tap.bytes(bytes.duplicate()));
  }

  @Override
  public void end() {
    taps.forEach(WireTap::end);
  }
}
