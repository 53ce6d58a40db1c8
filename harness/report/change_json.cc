// SPDX-License-Identifier: Apache-2.0
#include "harness/report/as_json.h"
#include "harness/report/change_fields.h"
#include "harness/report/json_writer.h"

namespace keur {

std::string change_json(const ChangeReport& change) { return json_text(as_json(change)); }

}  // namespace keur
