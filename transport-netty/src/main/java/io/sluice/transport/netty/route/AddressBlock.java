package io.sluice.transport.netty.route;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The IP addresses that begin with the same bits, such as {@code 10.0.0.0/8}. Immutable. */
final class AddressBlock {

  private final byte[] address;
  private final int bits;

  private AddressBlock(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /** Whether {@code text} is an IP address, with or without brackets. */
  static boolean isAddress(String text) {
    return bytes(text) != null;
  }

  /** Parses an address, or an address and a number of bits; empty if {@code text} is neither. */
  static Optional<AddressBlock> of(String text) {
    int slash = text.indexOf('/');
    byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return Optional.empty();
    }
    int most = address.length * Byte.SIZE;
    String length = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
    boolean fits = length.matches("\\d{1,3}") && Integer.parseInt(length) <= most;
    return fits
        ? Optional.of(new AddressBlock(address, Integer.parseInt(length)))
        : Optional.empty();
  }

  /** Whether {@code host} is an address in this block; false for any name. */
  boolean holds(String host) {
    byte[] other = bytes(host);
    if (other == null || other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The address's four or sixteen bytes; an IPv4-mapped IPv6 address has four. */
  private static byte @Nullable [] bytes(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String bare = bracketed ? text.substring(1, text.length() - 1) : text;
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(bare);
    return bytes == null || bytes.length == 4 ? bytes : withoutMapping(bytes);
  }

  private static byte[] withoutMapping(byte[] sixteen) {
    boolean mapped = sixteen[10] == (byte) 0xFF && sixteen[11] == (byte) 0xFF;
    for (int i = 0; i < 10; i++) {
      mapped &= sixteen[i] == 0;
    }
    return mapped ? Arrays.copyOfRange(sixteen, 12, 16) : sixteen;
  }
}
