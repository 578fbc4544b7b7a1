package io.sluice.tokens;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The encodings that can be counted with, the newest first. A minor version may add encodings, so a
 * switch over them needs a default.
 */
public enum TokenEncoding {
  /** GPT-4o and what came after it. */
  O200K_BASE,
  /** GPT-3.5, GPT-4 and the embedding models. */
  CL100K_BASE,
  /** The last completion models before them. */
  P50K_BASE,
  /** GPT-2 and GPT-3. */
  R50K_BASE;

  /** Differs from o200k_base in its special tokens only, which no text is encoded to. */
  private static final String O200K_HARMONY = "o200k_harmony";

  /** The encoding of that name, such as {@code "o200k_base"}. */
  public static Optional<TokenEncoding> named(String name) {
    if (name.equals(O200K_HARMONY)) {
      return Optional.of(O200K_BASE);
    }
    return Arrays.stream(values()).filter(encoding -> encoding.word().equals(name)).findFirst();
  }

  /** The names of all encodings, in the order of the constants. */
  public static List<String> names() {
    return Arrays.stream(values()).map(TokenEncoding::word).toList();
  }

  /** The usual name of the encoding, such as {@code "o200k_base"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How this encoding splits a text whose end is that tail. */
  Splitter splitter(Tail tail) {
    return switch (this) {
      case O200K_BASE -> new O200kSplitter(tail);
      case CL100K_BASE -> new Cl100kSplitter(tail);
      case P50K_BASE, R50K_BASE -> new R50kSplitter(tail);
    };
  }
}
