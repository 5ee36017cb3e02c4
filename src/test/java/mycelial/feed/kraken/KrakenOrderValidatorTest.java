package mycelial.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import mycelial.feed.ScaledClock;
import mycelial.feed.kraken.KrakenException.Kind;
import mycelial.market.Side;
import mycelial.stub.StubExchange;
import mycelial.stub.StubFault;
import mycelial.stub.StubOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KrakenOrderValidatorTest {
  private static final String SECRET = "Y2FuYXJ5LXNlY3JldC1vZi1hLXRlc3Q=";
  private static final StubExchange STUB =
      StubExchange.start(new StubOptions().limit(0, 0).account("a-key", SECRET, 60_000));
  private static final KrakenSettings SETTINGS =
      new KrakenSettings(STUB.url(), STUB.webSocketUrl(), 100, 2, 15, 30, 900, 2, 42);

  private final ScaledClock clock = new ScaledClock(System::nanoTime, 1, STUB.now());

  @AfterAll
  static void stop() {
    assertThat(STUB.ordersPlaced()).isEmpty();
    STUB.close();
  }

  @AfterEach
  void heal() {
    STUB.heal();
  }

  private KrakenOrderValidator validator(String key) {
    return KrakenOrderValidator.open(SETTINGS, clock, new KrakenKeys(key, SECRET));
  }

  @Test
  void isToldThatAnOrderWouldBeTaken() {
    try (KrakenOrderValidator validator = validator("a-key")) {
      for (Side side : Side.values()) {
        var verdict = validator.validate(Rig.listing(), side, new BigDecimal("0.01"));
        assertThat(verdict.accepted()).as(verdict.words()).isTrue();
        assertThat(verdict.words()).contains("0.01");
      }
    }
  }

  @Test
  void isToldWhyAnOrderWouldBeRefused() {
    try (KrakenOrderValidator validator = validator("a-key")) {
      var verdict = validator.validate(Rig.listing(), Side.BUY, new BigDecimal("0.0000001"));
      assertThat(verdict.accepted()).isFalse();
      assertThat(verdict.words()).contains("Kraken answers");
    }
  }

  @Test
  void neverTriesRefusedKeysAgain() {
    try (KrakenOrderValidator validator = validator("another-key")) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () -> validator.validate(Rig.listing(), Side.BUY, new BigDecimal("0.01")))
            .isInstanceOfSatisfying(
                KrakenException.class,
                failure -> {
                  assertThat(failure.kind()).isEqualTo(Kind.AUTH);
                  assertThat(failure.getMessage()).doesNotContain(SECRET, "another-key");
                });
        STUB.fail(StubFault.Kind.BUSY, "/0/private", 3600);
      }
    }
  }

  @Test
  void troubleOfTheExchangeIsNoVerdict() {
    STUB.fail(StubFault.Kind.BUSY, "/0/private", 3600);
    try (KrakenOrderValidator validator = validator("a-key")) {
      assertThatThrownBy(() -> validator.validate(Rig.listing(), Side.BUY, new BigDecimal("0.01")))
          .isInstanceOfSatisfying(
              KrakenException.class, failure -> assertThat(failure.kind()).isEqualTo(Kind.SERVICE));
    }
  }

  @Test
  void readsTheAccountsOwnFee() {
    KrakenAccount account =
        KrakenAccount.read(
            SETTINGS, clock, new KrakenKeys("a-key", SECRET), List.of(Rig.listing()));
    assertThat(account.volume()).isEqualByComparingTo("60000");
    assertThat(account.takerPercent().get(Rig.PAIR)).isEqualByComparingTo("0.24");
  }
}
