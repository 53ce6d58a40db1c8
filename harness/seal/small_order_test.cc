// SPDX-License-Identifier: Apache-2.0
#include "harness/seal/small_order.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

#include "harness/seal/base64.h"
#include "harness/seal/pem.h"
#include "harness/seal/public_key.h"
#include "harness/seal/test_package.h"

namespace keur {
namespace {

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
  return bytes;
}

std::string zeros(std::size_t digits) { return std::string(digits, '0'); }
std::string fs(std::size_t digits) { return std::string(digits, 'f'); }

// RFC 8410: the constant in front of the 32 bytes.
std::string der_of(const std::string& point) {
  return from_hex("302a300506032b6570032100") + point;
}

// How many of 64 messages OpenSSL accepts under this key with the signature S = 0, R = the neutral
// point. It holds when hA = 0, h being a hash of the message: for every message if A is neutral,
// for one in n on average if A has the order n, for none if the order is that of the group.
int forgeries(const std::string& point) {
  const std::string der = der_of(point);
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
      d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())), EVP_PKEY_free);
  REQUIRE(key);
  const std::string signature = from_hex("01" + zeros(126));
  int accepted = 0;
  for (int number = 0; number < 64; ++number) {
    const std::string message = "message " + std::to_string(number);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          EVP_MD_CTX_free);
    REQUIRE(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1);
    accepted +=
        EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()),
                         signature.size(), reinterpret_cast<const unsigned char*>(message.data()),
                         message.size()) == 1;
  }
  return accepted;
}

}  // namespace

TEST_CASE("points of small order, under which forgeries pass OpenSSL, are refused as keys") {
  const std::string order_8_a = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc";
  const std::string order_8_b = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03";
  struct Row {
    std::string hex;
    int at_least, at_most;  // of 64: 64/n, and what chance makes of it for these fixed messages
  };
  const Row rows[] = {
      {"01" + zeros(62), 64, 64},      // neutral
      {"ec" + fs(60) + "7f", 16, 48},  // order 2
      {zeros(64), 6, 30},              // order 4, either sign of x
      {zeros(62) + "80", 6, 30},       //
      {order_8_a + "05", 1, 20},       // order 8: four points
      {order_8_a + "85", 1, 20},       //
      {order_8_b + "7a", 1, 20},       //
      {order_8_b + "fa", 1, 20},       //
      {"ee" + fs(60) + "7f", 64, 64},  // neutral again, y = p + 1
      {"ed" + fs(60) + "7f", 6, 30},   // order 4 again, y = p
  };
  for (const Row& row : rows) {
    INFO(row.hex);
    const std::string point = from_hex(row.hex);
    REQUIRE(point.size() == 32);
    CHECK(is_small_order_or_not_canonical(point));
    const int accepted = forgeries(point);
    CHECK(accepted >= row.at_least);
    CHECK(accepted <= row.at_most);
    const auto key = PublicKey::from_der(der_of(point));
    REQUIRE_FALSE(key);
    CHECK(key.refusal().code == RefusalCode::key);
  }
}

TEST_CASE("an honest point is not of small order; a y of p or more is not canonical") {
  const auto pem = test_vectors()["ed25519-utf8"]["pub"].get<std::string>();
  const auto block = read_pem(pem);
  REQUIRE(block);
  const std::string point(view(block->content).substr(12));
  CHECK_FALSE(is_small_order_or_not_canonical(point));
  CHECK(forgeries(point) == 0);
  CHECK(is_small_order_or_not_canonical(from_hex("ed" + fs(60) + "7f")));
  CHECK(is_small_order_or_not_canonical(from_hex(fs(64))));
  CHECK_FALSE(is_small_order_or_not_canonical(from_hex("eb" + fs(60) + "7f")));  // p - 2
}

}  // namespace keur
