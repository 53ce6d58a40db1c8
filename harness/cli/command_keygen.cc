// SPDX-License-Identifier: Apache-2.0
// keur keygen: a key pair for signing reports.
#include <fmt/format.h>

#include "harness/cli/exit_code.h"
#include "harness/cli/options.h"
#include "harness/seal/escape.h"
#include "harness/seal/key_file.h"

namespace keur {
namespace {

int keygen(const Command& self, Console& console, const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  Options options(self, {});
  options.add()("out", po::value<std::string>(), "NAME: writes NAME.key.pem and NAME.pub.pem")(
      "algorithm", po::value<std::string>()->default_value("ed25519"), "ed25519 or p256");
  int exit_code = exit_passed;
  const auto values = options.parse(console, arguments, exit_code);
  if (!values) return exit_code;
  if (!values->count("out"))
    return usage_error(console, "--out is missing", std::string(self.synopsis));
  const std::string algorithm = (*values)["algorithm"].as<std::string>();
  if (algorithm != "ed25519" && algorithm != "p256")
    return usage_error(console, "--algorithm must be ed25519 or p256");

  const std::string name = (*values)["out"].as<std::string>();
  const PrivateKey key = PrivateKey::generate(algorithm == "ed25519" ? KeyAlgorithm::ed25519
                                                                     : KeyAlgorithm::ecdsa_p256);
  if (const auto refusal = write_key_pair(name, key))
    return usage_error(console, fmt::format("{}: {}", refusal->file, refusal->message));
  write_out(console.out, fmt::format("{0}.key.pem  keep it secret: it signs in your name\n"
                                     "{0}.pub.pem  give it to those who verify\n"
                                     "key id {1}\n",
                                     escape_untrusted(name), key.public_key().key_id()));
  return exit_passed;
}

}  // namespace

const Command& command_keygen();
const Command& command_keygen() {
  static const Command command{"keygen", "make a key pair for signing reports",
                               "keur keygen --out NAME [--algorithm ed25519|p256]",
                               "  keur keygen --out hospital\n"
                               "  keur run suites/demo.yaml --key hospital.key.pem\n",
                               keygen};
  return command;
}

}  // namespace keur
