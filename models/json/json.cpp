#include "models/json/json.h"
